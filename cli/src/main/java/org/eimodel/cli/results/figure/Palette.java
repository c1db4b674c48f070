package org.eimodel.cli.results.figure;

import java.awt.Color;
import java.util.List;

/// The colours of all figures, chosen so that readers with any colour vision can tell them apart.
///
/// *Source.* The line colours are those of Okabe and Ito, "Color Universal Design" (2008).
final class Palette {
  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x22, 0x22, 0x22);
  static final Color QUIET = new Color(0x66, 0x66, 0x66);
  static final Color FAINT = new Color(0xdd, 0xdd, 0xdd);
  static final Color EPOCH = new Color(0xf1, 0xee, 0xe4);

  private static final Color[] LINES = {
    new Color(0x0072b2),
    new Color(0xd55e00),
    new Color(0x009e73),
    new Color(0xcc79a7),
    new Color(0xe69f00),
    new Color(0x56b4e9),
    new Color(0x444444)
  };

  /// White to near black through blue; lightness falls evenly, so that it also reads in grey.
  private static final int[] RAMP = {
    0xffffff, 0xd3e4f3, 0x9fc6e3, 0x5a9fd0, 0x2372b0, 0x0a4a8c, 0x08204e
  };

  private Palette() {}

  /// {@return the colour of a population family or trace, by its place among its kind}
  static Color line(int place) {
    return LINES[place % LINES.length];
  }

  /// {@return the colour of a family among families}
  static Color of(String family, List<String> families) {
    return line(Math.max(0, families.indexOf(family)));
  }

  /// {@return the colour of a share from 0, white, to 1, darkest}
  static int ramp(double share) {
    double place = Math.clamp(share, 0, 1) * (RAMP.length - 1);
    int k = Math.min((int) place, RAMP.length - 2);
    return blend(RAMP[k], RAMP[k + 1], place - k);
  }

  /// {@return a colour between two, given as 0xrrggbb}
  static int blend(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xff;
      int b = to >> shift & 0xff;
      mixed |= (int) Math.round(a + share * (b - a)) << shift;
    }
    return mixed;
  }
}

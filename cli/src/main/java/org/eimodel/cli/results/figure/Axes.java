package org.eimodel.cli.results.figure;

import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import org.eimodel.cli.results.figure.Canvas.Align;

/// What figures share around their data: title, time axis, value axis, legend, shaded epochs.
final class Axes {
  static final int WIDTH = 1800;
  static final int MARGIN_RIGHT = 50;
  static final int HEAD = 130; // title and caption
  static final double TITLE = 36;
  static final double LABEL = 27;
  static final double TICK = 24;
  private static final double THIN = 2;
  private static final double TICK_LENGTH = 9;
  private static final double BETWEEN_LABELS = 40;

  private Axes() {}

  /// Writes the title and, under it, the caption.
  static void head(Canvas canvas, Heading heading, double left) {
    canvas.text(heading.title(), left, 42, Align.LEFT, TITLE, true, Palette.INK);
    canvas.text(heading.caption(), left, 88, Align.LEFT, TICK, Palette.QUIET);
  }

  /// Draws the time axis under a frame.
  static void time(Canvas canvas, Frame frame, Scale time, boolean labelled) {
    line(canvas, frame.left(), frame.bottom(), frame.right(), frame.bottom());
    for (double tick : time.ticks(10)) {
      line(canvas, time.at(tick), frame.bottom(), time.at(tick), frame.bottom() + TICK_LENGTH);
      if (labelled) {
        String text = Scale.text(tick, time.until() - time.from());
        canvas.text(text, time.at(tick), frame.bottom() + 29, Align.CENTRE, TICK, Palette.INK);
      }
    }
    if (labelled) {
      canvas.text(
          "time (ms)",
          frame.left() + frame.width() / 2,
          frame.bottom() + 68,
          Align.CENTRE,
          LABEL,
          Palette.INK);
    }
  }

  /// Draws the axis of values at the left of a frame.
  static void values(Canvas canvas, Frame frame, Scale values, int count, String label) {
    line(canvas, frame.left(), frame.top(), frame.left(), frame.bottom());
    for (double tick : values.ticks(count)) {
      line(canvas, frame.left() - TICK_LENGTH, values.at(tick), frame.left(), values.at(tick));
      String text = Scale.text(tick, values.until() - values.from());
      canvas.text(
          text, frame.left() - TICK_LENGTH - 8, values.at(tick), Align.RIGHT, TICK, Palette.INK);
    }
    beside(canvas, frame, label);
  }

  /// Writes what an axis shows, upwards, at the left edge of the sheet.
  static void beside(Canvas canvas, Frame frame, String label) {
    canvas.textUpwards(label, 32, frame.top() + frame.height() / 2, LABEL, Palette.INK);
  }

  /// Shades epochs behind the data and names them over the frame, side by side where they coincide.
  ///
  /// A name that finds no room to the right of the others is left out; its epoch is shaded all the same.
  static void epochs(Canvas canvas, Frame frame, Scale time, List<Epoch> epochs, boolean named) {
    double free = frame.left();
    for (Epoch epoch : epochs.stream().sorted(Comparator.comparingDouble(Epoch::from)).toList()) {
      double from = time.at(Math.clamp(epoch.from(), time.from(), time.until()));
      double until = time.at(Math.clamp(epoch.until(), time.from(), time.until()));
      canvas.fill(from, frame.top(), until - from, frame.height(), Palette.EPOCH);
      double half = canvas.textWidth(epoch.label(), TICK, false) / 2;
      if (named && until > from && free + 2 * half <= frame.right()) {
        double middle = Math.clamp((from + until) / 2, free + half, frame.right() - half);
        canvas.text(epoch.label(), middle, frame.top() - 20, Align.CENTRE, TICK, Palette.QUIET);
        free = middle + half + BETWEEN_LABELS;
      }
    }
  }

  /// Names the colours, right-aligned in the line of the title.
  static void legend(
      Canvas canvas, List<String> names, List<Color> colors, double right, double y) {
    double x = right;
    for (int k = names.size() - 1; k >= 0; k--) {
      canvas.text(names.get(k), x, y, Align.RIGHT, LABEL, Palette.INK);
      x -= canvas.textWidth(names.get(k), LABEL, false) + 12;
      canvas.fill(x - 26, y - 11, 26, 22, colors.get(k));
      x -= 26 + 34;
    }
  }

  static void line(Canvas canvas, double x1, double y1, double x2, double y2) {
    canvas.line(x1, y1, x2, y2, THIN, Palette.INK);
  }
}

package org.eimodel.cli.results.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A straight map from values to pixels, and the round numbers to write at its ticks.
///
/// @param from value at `start`
/// @param until value at `end`, greater than `from`
/// @param start pixel of `from`
/// @param end pixel of `until`, possibly smaller than `start`
record Scale(double from, double until, double start, double end) {
  Scale {
    if (!(until > from)) {
      throw new IllegalArgumentException("an empty scale from " + from + " until " + until);
    }
  }

  double at(double value) {
    return start + (value - from) / (until - from) * (end - start);
  }

  /// {@return at most about `count` multiples of 1, 2 or 5 times a power of ten inside the scale}
  List<Double> ticks(int count) {
    double step = step(until - from, count);
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(from / step - 1e-9);
        k * step <= until + 1e-9 * (until - from);
        k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /// {@return a tick as a person writes it: `0.5`, `400`, `-65`}
  static String text(double tick, double span) {
    int decimals = (int) Math.clamp(Math.ceil(-Math.log10(span)) + 2, 0, 300);
    BigDecimal rounded =
        new BigDecimal(tick)
            .setScale(decimals, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    String text =
        rounded.signum() == 0
            ? "0"
            : Math.abs(tick) < 1e-4 || Math.abs(tick) >= 1e7
                ? rounded.toString()
                : rounded.toPlainString();
    return text.replace('-', '\u2212').replace("E", "e");
  }

  /// {@return the smallest round step that gives at most `count` steps over a span}
  static double step(double span, int count) {
    double power = Math.pow(10, Math.floor(Math.log10(span / count)));
    for (double round : new double[] {1, 2, 5}) {
      if (span / (round * power) <= count * 1.0001) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /// {@return limits a little outside values, from zero where positive values come near it}
  static double[] limits(double low, double high) {
    double spread = high > low ? high - low : Math.max(1, 0.1 * Math.abs(low));
    boolean fromZero = low >= 0 && low < 0.4 * high;
    return new double[] {fromZero ? 0 : low - 0.05 * spread, high + 0.05 * spread};
  }
}

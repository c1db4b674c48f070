package org.eimodel.cli.results.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How rates are spread over an axis or a colour bar: straight, or by decades where a short peak would flatten the
/// rest.
///
/// @param decades whether equal factors, rather than equal differences, take equal space
/// @param low rate at the bottom, in Hz
/// @param high rate at the top, in Hz
record RateScale(boolean decades, double low, double high) {
  /// A row whose peak is this many times higher than what it stays under for 95 % of the time asks for decades.
  private static final double STEEP = 6;

  /// {@return a scale for some rates}
  ///
  /// @param resolution the rate below which differences are chance, the least that decades show
  static RateScale of(List<double[]> rates, double resolution) {
    double high = 0;
    double lowest = Double.MAX_VALUE;
    boolean steep = false;
    for (double[] row : rates) {
      double[] sorted = row.clone();
      Arrays.sort(sorted);
      double peak = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
      high = Math.max(high, peak);
      lowest = Math.min(lowest, sorted.length == 0 ? 0 : sorted[(int) (0.05 * sorted.length)]);
      steep |= peak > resolution && peak > STEEP * sorted[(int) (0.95 * sorted.length)];
    }
    if (high == 0) {
      return new RateScale(false, 0, 1);
    }
    double chance = Math.pow(10, Math.round(Math.log10(resolution)));
    double floor = Math.max(chance, Math.pow(10, Math.floor(Math.log10(lowest))));
    if (steep && high > 10 * floor) {
      return new RateScale(true, floor, Math.max(10 * floor, high));
    }
    return new RateScale(false, 0, high);
  }

  /// {@return the share of the axis below a rate, from 0 to 1}
  double share(double rate) {
    double share =
        decades
            ? Math.log10(Math.max(rate, low) / low) / Math.log10(high / low)
            : (rate - low) / (high - low);
    return Math.clamp(share, 0, 1);
  }

  /// {@return the rates to write at the axis}
  List<Double> ticks(int count) {
    if (!decades) {
      return new Scale(low, high, 0, 1).ticks(count);
    }
    List<Double> all = new ArrayList<>();
    double[] between = high / low < 400 ? new double[] {1, 2, 5} : new double[] {1};
    for (double decade = low; decade <= high; decade *= 10) {
      for (double part : between) {
        if (decade * part <= high * 1.0001) {
          all.add(decade * part);
        }
      }
    }
    return all;
  }

  /// {@return a tick as text}
  String text(double tick) {
    return (decades && tick == low ? "\u2264" : "") + Scale.text(tick, decades ? tick : high - low);
  }
}

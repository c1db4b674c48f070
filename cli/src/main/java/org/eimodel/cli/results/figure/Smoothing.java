package org.eimodel.cli.results.figure;

import org.eimodel.cli.results.RunClock;

/// The window through which a figure shows rates: spikes are counted in bins, and bins are averaged by a Gaussian.
///
/// *Units.* `bin` in steps, `deviation` (the Gaussian's standard deviation) in bins; a deviation of zero leaves the
/// bins
/// as they are.
///
/// @param bin width of a bin
/// @param deviation width of the Gaussian
record Smoothing(int bin, double deviation) {
  private static final int BINS_PER_DEVIATION = 5;

  /// {@return a window about a two-hundredth of the run wide, at least 1 ms}: 5 ms for a second.
  static Smoothing of(RunClock clock) {
    double deviation = Math.max(1, Scale.step(Math.max(clock.duration(), 1), 200));
    int bin = clock.stepsIn(deviation / BINS_PER_DEVIATION);
    return new Smoothing(bin, deviation / clock.millis(bin));
  }

  /// {@return rates under the window; at the ends of the run only over what there is}
  double[] apply(double[] rates) {
    if (deviation == 0) {
      return rates;
    }
    int reach = (int) Math.ceil(3 * deviation);
    double[] kernel = new double[reach + 1];
    for (int k = 0; k <= reach; k++) {
      kernel[k] = Math.exp(-0.5 * (k / deviation) * (k / deviation));
    }
    double[] smooth = new double[rates.length];
    for (int b = 0; b < rates.length; b++) {
      double sum = 0;
      double weight = 0;
      for (int k = Math.max(-reach, -b); k <= Math.min(reach, rates.length - 1 - b); k++) {
        sum += kernel[Math.abs(k)] * rates[b + k];
        weight += kernel[Math.abs(k)];
      }
      smooth[b] = sum / weight;
    }
    return smooth;
  }

  /// {@return the sentence that a figure has to carry}
  String text(RunClock clock) {
    String bins = RunClock.text(clock.millis(bin)) + " bins";
    return deviation == 0
        ? bins + ", not smoothed"
        : bins
            + ", Gaussian window, sd "
            + RunClock.text(Math.round(1e6 * deviation * clock.millis(bin)) / 1e6);
  }
}

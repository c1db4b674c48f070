package org.eimodel.runtime.step;

import java.util.Arrays;
import org.eimodel.runtime.PhaseTimes;

/// Looks at the clock between the phases of a slice's steps.
final class PhaseClock {
  private static final int ROUNDS = 25;
  private static final int LOOKS = 1000;

  /// A step takes one look before the first phase and one after each.
  private static final int LOOKS_A_STEP = 5;

  private long last;
  private long steps;
  private long deliver;
  private long drive;
  private long integrate;
  private long send;

  void begin() {
    steps++;
    last = System.nanoTime();
  }

  void delivered() {
    deliver += lap();
  }

  void driven() {
    drive += lap();
  }

  void integrated() {
    integrate += lap();
  }

  void sent() {
    send += lap();
  }

  private long lap() {
    long now = System.nanoTime();
    long nanos = now - last;
    last = now;
    return nanos;
  }

  /// {@return the times of this slice alone}
  ///
  /// `wall` is negative: what the looks took of it.
  ///
  /// @param look what one look takes
  /// @param threads how many share the slices
  PhaseTimes times(double look, int threads) {
    double extra = steps * look;
    return new PhaseTimes(
        0,
        -extra * LOOKS_A_STEP / threads,
        deliver - extra,
        drive - extra,
        integrate - extra,
        send - extra,
        0);
  }

  /// {@return what a look at the clock takes, in ns: the median of some rounds}
  static double look() {
    long[] rounds = new long[ROUNDS];
    for (int r = 0; r < ROUNDS; r++) {
      long begin = System.nanoTime();
      long now = begin;
      for (int i = 0; i < LOOKS; i++) {
        now = System.nanoTime();
      }
      rounds[r] = now - begin;
    }
    Arrays.sort(rounds);
    return (double) rounds[ROUNDS / 2] / LOOKS;
  }
}

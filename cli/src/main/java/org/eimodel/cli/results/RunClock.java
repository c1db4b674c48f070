package org.eimodel.cli.results;

import java.math.BigDecimal;

/// The time grid of a run: step n is the time n dt.
///
/// *Units.* Milliseconds. The step is a decimal number, so that 0.1 ms stays 0.1 ms in every file.
///
/// @param dt length of a step, positive
/// @param steps number of steps of the run
public record RunClock(BigDecimal dt, long steps) {
  public RunClock {
    dt = dt.stripTrailingZeros();
    if (dt.signum() <= 0) {
      throw new IllegalArgumentException("dt must be positive: " + dt);
    }
    if (steps < 0) {
      throw new IllegalArgumentException("negative number of steps: " + steps);
    }
  }

  /// Wakes decimal numbers up, beside what the caller does next: the JDK computes tables for 15 ms before the first one.
  /// [ResultWriter#prepare] needs them first thing, so it does that, too.
  public static void prepare() {
    Thread.ofPlatform().daemon().name("eimodel-decimals").start(() -> of("1", 1));
  }

  /// {@return the clock of `"0.1"` ms and a number of steps}
  public static RunClock of(String dt, long steps) {
    return new RunClock(new BigDecimal(dt), steps);
  }

  /// {@return the exact time of a step}
  public BigDecimal timeOf(long step) {
    return dt.multiply(BigDecimal.valueOf(step));
  }

  /// {@return the number nearest to the exact time of a step}
  public double millis(long step) {
    return timeOf(step).doubleValue();
  }

  /// {@return the length of the run}
  public double duration() {
    return millis(steps);
  }

  /// {@return the number of steps nearest to a duration, at least one}
  public int stepsIn(double millis) {
    return Math.clamp(Math.round(millis / dt.doubleValue()), 1, Integer.MAX_VALUE);
  }

  /// {@return a length of time as a person writes it: `1000 ms`, `0.5 ms`}
  public static String text(double millis) {
    return new BigDecimal(Double.toString(millis)).stripTrailingZeros().toPlainString() + " ms";
  }
}

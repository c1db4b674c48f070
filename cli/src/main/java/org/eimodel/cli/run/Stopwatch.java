package org.eimodel.cli.run;

import java.lang.management.ManagementFactory;

/// Measures one part of a run after the other, without gaps.
final class Stopwatch {
  private final long start;
  private long lap;

  private Stopwatch(long start) {
    this.start = start;
    this.lap = start;
  }

  /// {@return a stopwatch that has been running since Java started}
  static Stopwatch sinceJavaStarted() {
    long age = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    return new Stopwatch(System.nanoTime() - 1_000_000 * Math.max(0, age));
  }

  /// {@return a stopwatch that starts now}
  static Stopwatch now() {
    return new Stopwatch(System.nanoTime());
  }

  /// {@return seconds since the last lap, or since the start}
  double lap() {
    long now = System.nanoTime();
    double seconds = (now - lap) * 1e-9;
    lap = now;
    return seconds;
  }

  /// {@return seconds from the start to the last lap}
  double total() {
    return (lap - start) * 1e-9;
  }
}

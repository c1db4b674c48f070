package org.eimodel.runtime.kernel;

import java.time.Duration;

/// Runs code in vector lanes again and again until the JVM has compiled it for good.
///
/// Every operation on a vector allocates before that and takes hundreds of times as long, so the time of a round tells.
final class Compilation {
  private static final int FAST_IN_A_ROW = 4;

  /// With the launcher's options the JVM has asked its best compiler by now. From here on as much time is left to others as a
  /// round takes: to the compiler first of all, which does not get done what this thread waits for while it runs.
  private static final int CALLS_WITHOUT_REST = 150;

  /// By now the JVM has asked with its own options, too: nothing is gained by more calls, and the rests are longer.
  private static final int CALLS_TO_COMPILE = 6000;

  private static final long LONG_REST_NANOS = 20_000_000;

  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private Compilation() {}

  /// How it ended.
  enum Outcome {
    COMPILED,
    TOO_SLOW,
    INTERRUPTED
  }

  /// Makes some calls.
  @FunctionalInterface
  interface Round {
    /// {@return how many nanoseconds they took}
    long run();
  }

  /// {@return how it ended}
  ///
  /// @param calls of a round
  /// @param fastNanos what a round takes at most once it is compiled
  static Outcome await(Round round, int calls, double fastNanos) {
    long begin = System.nanoTime();
    int fast = 0;
    for (int done = 0; fast < FAST_IN_A_ROW; done += calls) {
      long nanos = round.run();
      fast = nanos < fastNanos ? fast + 1 : 0;
      if (Thread.currentThread().isInterrupted()) {
        return Outcome.INTERRUPTED;
      }
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        return Outcome.TOO_SLOW;
      }
      if (fast == 0 && done > CALLS_WITHOUT_REST && !rest(done > CALLS_TO_COMPILE ? 4 * nanos : nanos)) {
        return Outcome.INTERRUPTED;
      }
    }
    return Outcome.COMPILED;
  }

  private static boolean rest(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(Math.min(LONG_REST_NANOS, nanos)));
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

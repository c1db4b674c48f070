package org.eimodel.runtime.kernel;

/// Runs code in vector lanes again and again until the JVM has compiled it for good.
///
/// Every operation on a vector allocates before that and takes hundreds of times as long, so the time of a round tells.
final class Compilation {
  private static final int FAST_IN_A_ROW = 4;

  /// The JVM has asked its best compiler by now, and counting on would only take time from it.
  private static final int CALLS_TO_COMPILE = 6000;

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
      fast = round.run() < fastNanos ? fast + 1 : 0;
      if (Thread.currentThread().isInterrupted()) {
        return Outcome.INTERRUPTED;
      }
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        return Outcome.TOO_SLOW;
      }
      if (done > CALLS_TO_COMPILE && fast == 0 && !pause()) {
        return Outcome.INTERRUPTED;
      }
    }
    return Outcome.COMPILED;
  }

  private static boolean pause() {
    try {
      Thread.sleep(2);
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package org.eimodel.runtime.kernel;

import org.eimodel.compiler.kernel.RandomBlocks;

/// Random words in vector lanes: there once the JVM has compiled them.
final class RandomForm {
  private static final int ELEMENTS = 256;
  private static final int CALLS_AT_ONCE = 25;

  /// Compiled, a block takes a fifth of this, else fifty times as long.
  private static final double FAST_NANOS = 12;

  private static final int FAST_IN_A_ROW = 4;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final RandomBlocks lanes;
  private volatile boolean ready;

  RandomForm(RandomBlocks lanes) {
    this.lanes = lanes;
  }

  /// {@return whether [#blocks] is worth using}
  boolean ready() {
    return ready;
  }

  RandomBlocks blocks() {
    return lanes;
  }

  /// Draws until that is fast; an interrupt ends it.
  void make() {
    int[] out = new int[4 * ELEMENTS + 4];
    long begin = System.nanoTime();
    for (int fast = 0; fast < FAST_IN_A_ROW && !ready; ) {
      long start = System.nanoTime();
      for (int call = 0; call < CALLS_AT_ONCE; call++) {
        // not always a whole number of vectors: both ways are to be compiled
        lanes.fill(call, call, 0, 0, ELEMENTS - (call & 1), out);
      }
      double nanos = (double) (System.nanoTime() - start) / CALLS_AT_ONCE / ELEMENTS;
      fast = nanos < FAST_NANOS ? fast + 1 : 0;
      if (Thread.currentThread().isInterrupted() || System.nanoTime() - begin > PATIENCE_NANOS) {
        return;
      }
    }
    ready = true;
  }
}

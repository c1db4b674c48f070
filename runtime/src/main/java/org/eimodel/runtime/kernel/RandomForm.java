package org.eimodel.runtime.kernel;

import org.eimodel.compiler.kernel.RandomBlocks;

/// Random words in vector lanes: there once the JVM has compiled them.
final class RandomForm {
  private static final int ELEMENTS = 256;
  private static final int CALLS_AT_ONCE = 25;

  /// Compiled, a block takes a fifth of this, else fifty times as long.
  private static final double FAST_NANOS = 12;

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

  /// Draws until the JVM has compiled it; nothing when that was done before. An interrupt ends it.
  void make() {
    if (ready) {
      return;
    }
    int[] out = new int[4 * ELEMENTS + 4];
    Compilation.Outcome outcome =
        Compilation.await(
            () -> time(out), CALLS_AT_ONCE, FAST_NANOS * CALLS_AT_ONCE * ELEMENTS);
    ready = outcome == Compilation.Outcome.COMPILED;
  }

  private long time(int[] out) {
    long begin = System.nanoTime();
    for (int call = 0; call < CALLS_AT_ONCE; call++) {
      // not always a whole number of vectors: both ways are to be compiled
      lanes.fill(call, call, 0, 0, ELEMENTS - (call & 1), out);
    }
    return System.nanoTime() - begin;
  }
}

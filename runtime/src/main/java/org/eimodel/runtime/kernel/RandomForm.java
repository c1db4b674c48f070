package org.eimodel.runtime.kernel;

import java.util.function.LongSupplier;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.numeric.WordBlocks;

/// Random words in vector lanes: there once the JVM has compiled them.
final class RandomForm {
  private static final int BLOCKS = 256;
  private static final int CALLS_AT_ONCE = 25;

  /// Compiled, a block takes a fifth of this, else fifty times as long.
  private static final double FAST_NANOS = 12;

  private final LongSupplier timed;
  private volatile boolean ready;

  /// @param timed draws [#CALLS_AT_ONCE] times, and says how many nanoseconds it took
  private RandomForm(LongSupplier timed) {
    this.timed = timed;
  }

  /// {@return the first words of many elements}
  static RandomForm ofElements(LaneBackEnd backEnd) {
    RandomBlocks lanes = backEnd.random();
    int[] out = new int[4 * BLOCKS + 4];
    // not always a whole number of vectors: both ways are to be compiled
    return new RandomForm(time(call -> lanes.fill(call, call, 0, 0, BLOCKS - (call & 1), out)));
  }

  /// {@return many words of one element}
  static RandomForm ofRows(LaneBackEnd backEnd) {
    WordBlocks lanes = backEnd.words();
    int[] out = new int[4 * BLOCKS];
    return new RandomForm(
        time(call -> lanes.fill(call, 0, call, 0, 0, BLOCKS - (call & 1), out, 0)));
  }

  private interface Call {
    void make(int number);
  }

  private static LongSupplier time(Call call) {
    return () -> {
      long begin = System.nanoTime();
      for (int k = 0; k < CALLS_AT_ONCE; k++) {
        call.make(k);
      }
      return System.nanoTime() - begin;
    };
  }

  /// {@return whether the words in lanes are worth using}
  boolean ready() {
    return ready;
  }

  /// Draws until the JVM has compiled it; nothing when that was done before. An interrupt ends it.
  void make() {
    if (ready) {
      return;
    }
    Compilation.Outcome outcome =
        Compilation.await(timed::getAsLong, CALLS_AT_ONCE, FAST_NANOS * CALLS_AT_ONCE * BLOCKS);
    ready = outcome == Compilation.Outcome.COMPILED;
  }
}

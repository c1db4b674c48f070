package org.eimodel.runtime.kernel;

import java.util.Random;
import java.util.function.LongSupplier;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.numeric.WordBlocks;

/// A loop in vector lanes beside the kernels, as that of random words: there once the JVM has compiled it.
final class LoopForm {
  private static final int BLOCKS = 256;
  private static final int CALLS_AT_ONCE = 25;

  /// Compiled, a block takes a fifth of this, else fifty times as long.
  private static final double FAST_NANOS = 12;

  private final LongSupplier timed;
  private volatile boolean ready;

  /// @param timed calls it [#CALLS_AT_ONCE] times, and says how many nanoseconds it took
  private LoopForm(LongSupplier timed) {
    this.timed = timed;
  }

  /// {@return the first words of many elements}
  static LoopForm ofElements(LaneBackEnd backEnd) {
    RandomBlocks lanes = backEnd.random();
    int[] out = new int[4 * BLOCKS + 4];
    // not always a whole number of vectors: both ways are to be compiled
    return new LoopForm(time(call -> lanes.fill(call, call, 0, 0, BLOCKS - (call & 1), out)));
  }

  /// {@return many words of one element}
  static LoopForm ofRows(LaneBackEnd backEnd) {
    WordBlocks lanes = backEnd.words();
    int[] out = new int[4 * BLOCKS];
    return new LoopForm(
        time(call -> lanes.fill(call, 0, call, 0, 0, BLOCKS - (call & 1), out, 0)));
  }

  /// {@return the numbers of random words}
  static LoopForm ofCounts(LaneBackEnd backEnd, Precision precision) {
    BoundCounts lanes = backEnd.counts();
    int[] words = new Random(1).ints(BLOCKS).toArray();
    // more and fewer, as drives have them
    int[][] bounds = {{1 << 30, -1 << 30}, {1 << 29, 1 << 30, -1 << 31, -1 << 30, -1 << 28, -1}};
    float[] floats = new float[BLOCKS];
    double[] doubles = new double[BLOCKS];
    return new LoopForm(
        time(
            call -> {
              int[] some = bounds[call & 1];
              int until = BLOCKS - (call & 1);
              switch (precision) {
                case SINGLE -> lanes.count(words, 0, some, floats, 0, until);
                case DOUBLE -> lanes.count(words, 0, some, doubles, 0, until);
              }
            }));
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

  /// {@return whether it is worth using}
  boolean ready() {
    return ready;
  }

  /// Calls it until the JVM has compiled it; nothing when that was done before. An interrupt ends it.
  void make() {
    if (ready) {
      return;
    }
    Compilation.Outcome outcome =
        Compilation.await(timed::getAsLong, CALLS_AT_ONCE, FAST_NANOS * CALLS_AT_ONCE * BLOCKS);
    ready = outcome == Compilation.Outcome.COMPILED;
  }
}

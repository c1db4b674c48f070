package org.eimodel.runtime.kernel;

import java.util.function.LongSupplier;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.numeric.WordBlocks;
import org.eimodel.runtime.state.Reals;

/// A loop in vector lanes that is the same for all models: there once the JVM has compiled it.
final class LoopForm {
  private static final int BLOCKS = 256;
  private static final int CALLS_AT_ONCE = 25;

  /// Compiled, a random block takes a fifth of this, else fifty times as long; 16 numbers are flushed in as long.
  private static final double FAST_NANOS = 12;

  private static final int NUMBERS = 16 * BLOCKS;

  private final LongSupplier timed;
  private volatile boolean ready;

  /// @param timed runs the loop [#CALLS_AT_ONCE] times, and says how many nanoseconds it took
  private LoopForm(LongSupplier timed) {
    this.timed = timed;
  }

  /// {@return the first random words of many elements}
  static LoopForm ofElements(LaneBackEnd backEnd) {
    RandomBlocks lanes = backEnd.random();
    int[] out = new int[4 * BLOCKS + 4];
    // not always a whole number of vectors: both ways are to be compiled
    return new LoopForm(time(call -> lanes.fill(call, call, 0, 0, BLOCKS - (call & 1), out)));
  }

  /// {@return many random words of one element}
  static LoopForm ofRows(LaneBackEnd backEnd) {
    WordBlocks lanes = backEnd.words();
    int[] out = new int[4 * BLOCKS];
    return new LoopForm(
        time(call -> lanes.fill(call, 0, call, 0, 0, BLOCKS - (call & 1), out, 0)));
  }

  /// {@return the flush of decaying states}
  static LoopForm ofFlush(LaneBackEnd backEnd, Precision precision) {
    FlushToZero lanes = backEnd.flush(precision);
    Object numbers = Reals.array(precision, NUMBERS);
    return new LoopForm(time(call -> lanes.flush(numbers, 0, NUMBERS - (call & 1))));
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

  /// {@return whether the loop in lanes is worth using}
  boolean ready() {
    return ready;
  }

  /// Runs it until the JVM has compiled it; nothing when that was done before. An interrupt ends it.
  void make() {
    if (ready) {
      return;
    }
    Compilation.Outcome outcome =
        Compilation.await(timed::getAsLong, CALLS_AT_ONCE, FAST_NANOS * CALLS_AT_ONCE * BLOCKS);
    ready = outcome == Compilation.Outcome.COMPILED;
  }
}

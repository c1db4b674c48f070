package org.eimodel.runtime.kernel;

import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.NormalQuantiles;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// A loop in vector lanes that is the same for all models: there once it was made and the JVM has compiled it.
///
/// @param <T> what gives the loop to those who run it
final class LoopForm<T> {
  private static final int BLOCKS = 256;
  private static final int CALLS_AT_ONCE = 25;

  /// Compiled, a random word takes a fifth of this, else fifty times as long; so do counts. A flush takes a twentieth of that.
  private static final double FAST_NANOS = 12;

  /// The same of a quantile.
  private static final double FAST_QUANTILE_NANOS = 40;

  private final double fastNanos;
  private final Supplier<Loop<T>> maker;
  private volatile @Nullable T ready;
  private boolean taken;

  /// What is warmed.
  ///
  /// @param call runs the loop; its argument counts
  private record Loop<T>(T form, IntConsumer call) {}

  private LoopForm(double fastNanos, Supplier<Loop<T>> maker) {
    this.fastNanos = fastNanos;
    this.maker = maker;
  }

  /// {@return the first random words of many elements}
  static LoopForm<RandomBlocks> ofElements(LaneBackEnd backEnd) {
    return new LoopForm<>(FAST_NANOS, () -> {
      RandomBlocks lanes = backEnd.random();
      int[] out = new int[4 * BLOCKS + 4];
      // not always a whole number of vectors: both ways are to be compiled
      return new Loop<>(lanes, call -> lanes.fill(call, call, 0, 0, BLOCKS - (call & 1), out));
    });
  }

  /// {@return the numbers of random words}
  static LoopForm<BoundCounts> ofCounts(LaneBackEnd backEnd, Precision precision) {
    return new LoopForm<>(FAST_NANOS, () -> {
      BoundCounts lanes = backEnd.counts();
      int[] words = new Random(1).ints(BLOCKS).toArray();
      // more and fewer, as drives have them
      int[][] bounds = {{1 << 30, -1 << 30}, {1 << 29, 1 << 30, -1 << 31, -1 << 30, -1 << 28, -1}};
      float[] floats = new float[BLOCKS];
      double[] doubles = new double[BLOCKS];
      return new Loop<>(
          lanes,
          call -> {
            int[] some = bounds[call & 1];
            int until = BLOCKS - (call & 1);
            switch (precision) {
              case SINGLE -> lanes.count(words, 0, some, floats, 0, until);
              case DOUBLE -> lanes.count(words, 0, some, doubles, 0, until);
            }
          });
    });
  }

  /// {@return the flush of decaying states}
  static LoopForm<FlushToZero> ofFlush(LaneBackEnd backEnd, Precision precision) {
    return new LoopForm<>(FAST_NANOS, () -> {
      FlushToZero lanes = backEnd.flush(precision);
      Object numbers = Reals.array(precision, BLOCKS);
      return new Loop<>(lanes, call -> lanes.flush(numbers, 0, BLOCKS - (call & 1)));
    });
  }

  /// {@return normal quantiles}
  static LoopForm<NormalQuantiles> ofQuantiles(LaneBackEnd backEnd) {
    return new LoopForm<>(FAST_QUANTILE_NANOS, () -> {
      NormalQuantiles lanes = backEnd.quantiles();
      double[] p = new Random(1).doubles(BLOCKS, 1e-9, 1).toArray();
      double[] out = new double[BLOCKS];
      int[] work = new int[BLOCKS];
      return new Loop<>(lanes, call -> lanes.of(p, BLOCKS - (call & 1), out, 0, work));
    });
  }

  /// {@return the loop when it is worth using, whoever asks; null before}
  @Nullable T look() {
    return ready;
  }

  /// {@return the loop, once, when it is worth using; null before and after}
  @Nullable T take() {
    T form = ready;
    if (form == null || taken) {
      return null;
    }
    taken = true;
    return form;
  }

  /// Makes it and runs it until the JVM has compiled it; nothing when that was done before. An interrupt ends it.
  void make() {
    if (ready != null) {
      return;
    }
    Loop<T> loop = maker.get();
    Compilation.Outcome outcome =
        Compilation.await(
            () -> time(loop.call), CALLS_AT_ONCE, fastNanos * CALLS_AT_ONCE * BLOCKS);
    if (outcome == Compilation.Outcome.COMPILED) {
      ready = loop.form;
    }
  }

  private static long time(IntConsumer call) {
    long begin = System.nanoTime();
    for (int k = 0; k < CALLS_AT_ONCE; k++) {
      call.accept(k);
    }
    return System.nanoTime() - begin;
  }
}

package org.eimodel.runtime.step;

import java.util.Arrays;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.jspecify.annotations.Nullable;

/// Runs of synapses that are due together, in order: where they are, not what they are.
final class Volley {
  private static final int RUN = ArrivalKernel.RUN;

  /// Runs whose synapses are asked for before the first of them is delivered: memory answers many questions at once, and what
  /// so many bring stays in the cache.
  private static final int AHEAD = 64 * RUN;

  /// Numbers in a cache line: single weights, packed runs.
  private static final int LINE = 16;

  private static final int TARGETS_OF_A_LINE = 32;

  /// So many lines of a run are asked for; beyond, the processor has seen where this goes.
  private static final int MOST_LINES = 10;

  private int[] runs = {};
  private int end;

  /// What was asked for: were it kept nowhere, the JVM would not ask.
  int answers;

  void clear() {
    end = 0;
  }

  /// {@return after the last run}
  int end() {
    return end;
  }

  void add(int block, int from, int to) {
    if (runs.length == end) {
      runs = Arrays.copyOf(runs, 2 * end + 16 * RUN);
    }
    runs[end] = block;
    runs[end + 1] = from;
    runs[end + 2] = to;
    end += RUN;
  }

  /// Delivers runs `from` up to `to`.
  ///
  /// @param base the first neuron of the slice
  void deliver(Inlet.Stored inlet, Blocks blocks, int from, int to, int base, Object[] arrays) {
    boolean packed = inlet.rows().packed();
    for (int at = from; at < to; at += AHEAD) {
      int stop = Math.min(to, at + AHEAD);
      if (packed) {
        if (blocks.outgrowCache()) {
          touch(blocks.packed(), at, stop);
        }
        inlet.kernel()
            .deliver(blocks.packed(), runs, at, stop, base, inlet.scalars(), arrays);
      } else {
        char[][] targets = blocks.targets();
        @Nullable Object[] weights = blocks.weights();
        if (blocks.outgrowCache()) {
          touch(targets, weights, at, stop);
        }
        inlet.kernel()
            .deliver(targets, weights, runs, at, stop, base, inlet.scalars(), arrays);
      }
    }
  }

  private void touch(int[][] packed, int from, int to) {
    int sum = 0;
    for (int r = from; r < to; r += RUN) {
      int[] some = packed[runs[r]];
      int first = runs[r + 1];
      int last = runs[r + 2] - 1;
      sum += some[first] + some[last];
      int most = Math.min(last, first + MOST_LINES * LINE);
      for (int k = first + LINE; k < most; k += LINE) {
        sum += some[k];
      }
    }
    answers += sum;
  }

  private void touch(char[][] targets, @Nullable Object[] weights, int from, int to) {
    int sum = 0;
    for (int r = from; r < to; r += RUN) {
      int block = runs[r];
      int first = runs[r + 1];
      int last = runs[r + 2] - 1;
      char[] some = targets[block];
      sum += some[first] + some[last];
      int most = Math.min(last, first + MOST_LINES * TARGETS_OF_A_LINE);
      for (int k = first + TARGETS_OF_A_LINE; k < most; k += TARGETS_OF_A_LINE) {
        sum += some[k];
      }
      if (weights[block] instanceof float[] own) {
        sum += (int) own[first] + (int) own[last];
        if (last - first > LINE) {
          sum += (int) own[first + LINE];
        }
      }
    }
    answers += sum;
  }

  /// {@return the memory of the runs}
  long bytes() {
    return 4L * runs.length;
  }
}

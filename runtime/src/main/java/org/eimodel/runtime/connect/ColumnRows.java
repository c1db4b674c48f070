package org.eimodel.runtime.connect;

import org.eimodel.compiler.ir.Precision;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// Rows of known size that columns fill synapse by synapse.
final class ColumnRows {
  private final char[] targets;
  private final @Nullable Object weights;
  private final int @Nullable [] delays;

  ColumnRows(int size, ColumnValues values, Precision precision) {
    targets = new char[size];
    weights = values.weights() == null ? null : Reals.array(precision, size);
    delays = values.delays() == null ? null : new int[size];
  }

  /// Puts a synapse.
  ///
  /// @param number of the synapse in the column that `values` are at
  void set(int place, int target, ColumnValues values, int number) {
    targets[place] = (char) target;
    double[] ownWeights = values.weights();
    if (weights != null && ownWeights != null) {
      Reals.set(weights, place, ownWeights[number]);
    }
    int[] ownDelays = values.delays();
    if (delays != null && ownDelays != null) {
      delays[place] = ownDelays[number];
    }
  }

  /// {@return the rows, in the order of delays}
  ///
  /// @param starts where each row starts, and the end of the last
  Chunk chunk(int[] starts) {
    if (delays == null) {
      return Chunk.of(targets, weights, starts);
    }
    DelayOrder order = new DelayOrder();
    RunList runs = new RunList();
    char[] rowTargets = {};
    double[] rowWeights = {};
    for (int i = 0; i + 1 < starts.length; i++) {
      int from = starts[i];
      int count = starts[i + 1] - from;
      if (rowTargets.length < count) {
        rowTargets = new char[2 * count];
        rowWeights = new double[2 * count];
      }
      int[] places = order.of(delays, from, from + count);
      for (int k = 0; k < count; k++) {
        rowTargets[k] = targets[places[k]];
        runs.add(from + k, delays[places[k]]);
        rowWeights[k] = weights == null ? 0 : Reals.get(weights, places[k]);
      }
      System.arraycopy(rowTargets, 0, targets, from, count);
      runs.endRow();
      for (int k = 0; k < count && weights != null; k++) {
        Reals.set(weights, from + k, rowWeights[k]);
      }
    }
    Chunk.Runs exact = runs.exact(targets.length);
    return weights instanceof float[] single
        ? Chunk.packed(targets, single, exact)
        : Chunk.of(targets, weights, exact);
  }
}

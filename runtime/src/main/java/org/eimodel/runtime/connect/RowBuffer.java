package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// Rows that are put one after the other before their number of synapses is known; kept from chunk to chunk.
///
/// Where delays are their own, each row is put in the order of its delays.
final class RowBuffer {
  private final Precision precision;
  private final DelayOrder order = new DelayOrder();
  private int room;
  private char[] targets = {};
  private Object weights;
  private int[] delays = {};
  private int size;

  RowBuffer(Precision precision) {
    this.precision = precision;
    this.weights = Reals.array(precision, 0);
  }

  /// Forgets all rows.
  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /// Appends a row, or a part of one that a slice cuts off.
  ///
  /// @param base added to each target
  void append(int[] row, RowValues values, int from, int to, int base) {
    double[] ownWeights = values.weights();
    int[] ownDelays = values.delays();
    makeRoom(Math.addExact(size, to - from), ownWeights != null, ownDelays != null);
    if (ownDelays == null) {
      for (int i = from; i < to; i++) {
        targets[size + i - from] = (char) (row[i] + base);
      }
      weigh(ownWeights, null, from, to - from);
    } else {
      int[] places = order.of(ownDelays, from, to);
      for (int k = 0; k < to - from; k++) {
        targets[size + k] = (char) (row[places[k]] + base);
        delays[size + k] = ownDelays[places[k]];
      }
      weigh(ownWeights, places, from, to - from);
    }
    size += to - from;
  }

  private void weigh(double @Nullable [] own, int @Nullable [] places, int from, int count) {
    if (own == null) {
      return;
    }
    switch (precision) {
      case SINGLE -> {
        float[] out = (float[]) weights;
        for (int k = 0; k < count; k++) {
          out[size + k] = (float) own[places == null ? from + k : places[k]];
        }
      }
      case DOUBLE -> {
        double[] out = (double[]) weights;
        for (int k = 0; k < count; k++) {
          out[size + k] = own[places == null ? from + k : places[k]];
        }
      }
    }
  }

  private void makeRoom(int needed, boolean withWeights, boolean withDelays) {
    if (room < needed) {
      room = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, room * 3L / 2));
    }
    if (targets.length < needed) {
      targets = Arrays.copyOf(targets, room);
    }
    if (withWeights && Reals.length(weights) < needed) {
      weights = Reals.copy(weights, room);
    }
    if (withDelays && delays.length < needed) {
      delays = Arrays.copyOf(delays, room);
    }
  }

  /// {@return the rows, in arrays of exactly their size}
  ///
  /// @param starts where each row starts, and the end of the last
  Chunk chunk(int[] starts, RowValues values) {
    char[] ownTargets = Arrays.copyOf(targets, size);
    Object ownWeights = values.weights() == null ? null : Reals.copy(weights, size);
    return values.delays() == null
        ? Chunk.of(ownTargets, ownWeights, starts)
        : Chunk.of(ownTargets, ownWeights, Chunk.Runs.of(starts, delays));
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// Synapses that are put one after the other before their number is known; kept from chunk to chunk.
final class RowBuffer {
  private final Precision precision;
  private final DelayOrder order = new DelayOrder();
  private int room;
  private char[] targets = {};
  private Object weights;
  private boolean weighted;
  private boolean delayed;
  private int size;

  /// Where delays are their own.
  private final RunList runs = new RunList();

  RowBuffer(Precision precision) {
    this.precision = precision;
    this.weights = Reals.array(precision, 0);
  }

  /// Forgets all rows.
  void clear() {
    size = 0;
    runs.clear();
    weighted = false;
    delayed = false;
  }

  /// Makes room for exactly so many targets, which [#chunk] then gives away without a copy.
  void reserve(int targets) {
    if (this.targets.length != targets) {
      this.targets = new char[targets];
    }
  }

  /// {@return how many synapses there are}
  int size() {
    return size;
  }

  /// Appends a part of a row that a slice cuts off. Where delays are their own, it is put in the order of delays; each row then
  /// has one part here.
  ///
  /// @param first the first neuron of the slice
  void append(DrawnRow row, int from, int to, int first) {
    double[] ownWeights = row.weights();
    int[] ownDelays = row.delays();
    weighted = ownWeights != null;
    delayed = ownDelays != null;
    makeRoom(Math.addExact(size, to - from));
    int[] drawn = row.targets();
    char[] out = targets;
    int at = size;
    if (ownDelays == null) {
      for (int i = from; i < to; i++) {
        out[at + i - from] = (char) (drawn[i] - first);
      }
      weigh(ownWeights, null, from, to - from);
    } else {
      int[] places = order.of(ownDelays, from, to);
      for (int k = 0; k < to - from; k++) {
        int place = places[k];
        out[at + k] = (char) (drawn[place] - first);
        runs.add(at + k, ownDelays[place]);
      }
      runs.endRow();
      weigh(ownWeights, places, from, to - from);
    }
    size += to - from;
  }

  /// Appends synapses of a chunk whose delays are all the same.
  void append(Chunk chunk, int from, int to) {
    Object own = chunk.weights();
    weighted = own != null;
    makeRoom(Math.addExact(size, to - from));
    System.arraycopy(chunk.targets(), from, targets, size, to - from);
    if (own != null) {
      System.arraycopy(own, from, weights, size, to - from);
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

  private void makeRoom(int needed) {
    if (room < needed) {
      room = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, room * 3L / 2));
    }
    if (targets.length < needed) {
      targets = Arrays.copyOf(targets, room);
    }
    if (weighted && Reals.length(weights) < needed) {
      weights = Reals.copy(weights, room);
    }
  }

  /// {@return the targets of all rows; longer than [#size]}
  char[] targets() {
    return targets;
  }

  /// {@return the weights in an array of exactly their number; null where none has its own}
  @Nullable Object exactWeights() {
    return weighted ? Reals.copy(weights, size) : null;
  }

  /// {@return the rows in arrays of exactly their size}
  ///
  /// @param starts where each row starts, and the end of the last
  Chunk chunk(int[] starts) {
    if (!delayed) {
      return Chunk.of(exactTargets(), exactWeights(), starts);
    }
    return weighted && weights instanceof float[] single
        ? Chunk.packed(targets, single, runs.exact(size))
        : Chunk.of(exactTargets(), exactWeights(), runs.exact(size));
  }

  /// {@return the targets; they are no longer here then, or copied}
  private char[] exactTargets() {
    if (targets.length != size) {
      return Arrays.copyOf(targets, size);
    }
    char[] exact = targets;
    targets = new char[0];
    return exact;
  }
}

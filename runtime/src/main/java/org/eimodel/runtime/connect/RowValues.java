package org.eimodel.runtime.connect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The weights and delays of the synapses of one row at a time, where they have their own. Belongs to one thread.
final class RowValues {
  private final Optional<RowNumbers> numbers;
  private final Optional<RowDelays> steps;
  private double[] weights = {};
  private int[] delays = {};

  RowValues(Wiring wiring) {
    numbers = wiring.weights.map(values -> RowNumbers.of(values, wiring));
    steps =
        wiring.ownDelays() ? Optional.of(RowDelays.of(wiring.delays, wiring)) : Optional.empty();
  }

  /// Goes to a row, or to a column where columns are drawn; see [RowNumbers#fill].
  void draw(int element, int[] others, int count) {
    if (numbers.isPresent()) {
      if (weights.length < count) {
        weights = new double[count + (count >>> 1)];
      }
      numbers.get().fill(element, others, count, weights);
    }
    if (steps.isPresent()) {
      if (delays.length < count) {
        delays = new int[count + (count >>> 1)];
      }
      steps.get().fill(element, others, count, delays);
    }
  }

  /// {@return the weight of each synapse; null where none has its own}
  double @Nullable [] weights() {
    return numbers.isPresent() ? weights : null;
  }

  /// {@return the delay of each synapse; null where all have the same}
  int @Nullable [] delays() {
    return steps.isPresent() ? delays : null;
  }
}

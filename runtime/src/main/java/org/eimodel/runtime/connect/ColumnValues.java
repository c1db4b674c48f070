package org.eimodel.runtime.connect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The weights and delays of the synapses of one column at a time, where they have their own. Belongs to one thread.
final class ColumnValues {
  private final Optional<RowNumbers> numbers;
  private final Optional<RowDelays> steps;
  private final double[] weights;
  private final int[] delays;

  /// @param count how many synapses a column has
  ColumnValues(Wiring wiring, int count) {
    RowSpace space = new RowSpace();
    numbers = wiring.weights.map(values -> RowNumbers.of(values, wiring, space));
    steps =
        wiring.ownDelays() ? Optional.of(RowDelays.of(wiring.delays, wiring, space)) : Optional.empty();
    weights = new double[numbers.isPresent() ? count : 0];
    delays = new int[steps.isPresent() ? count : 0];
  }

  /// Goes to the column of a target.
  ///
  /// @param sources ascending
  void draw(int target, int[] sources) {
    numbers.ifPresent(own -> own.fill(target, sources, 0, sources.length, weights));
    steps.ifPresent(own -> own.fill(target, sources, 0, sources.length, delays));
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

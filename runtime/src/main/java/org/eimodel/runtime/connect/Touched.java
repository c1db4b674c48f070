package org.eimodel.runtime.connect;

import java.util.Set;
import java.util.stream.Collectors;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// The arrays that an arrival reads or writes, by position.
record Touched(Set<Integer> read, Set<Integer> written) {

  static Touched by(Kernel arrival) {
    return new Touched(
        Traversal.slots(arrival.body()).stream()
            .filter(Slot::perElement)
            .map(Slot::position)
            .collect(Collectors.toSet()),
        Traversal.statements(arrival.body())
            .filter(Statement.Store.class::isInstance)
            .map(store -> ((Statement.Store) store).slot().position())
            .collect(Collectors.toSet()));
  }

  /// {@return whether the order of two arrivals at one neuron can be told from its state}
  boolean orderMatters(Touched other) {
    return written.stream().anyMatch(position -> other.touches(position))
        || other.written.stream().anyMatch(this::touches);
  }

  private boolean touches(int position) {
    return read.contains(position) || written.contains(position);
  }
}

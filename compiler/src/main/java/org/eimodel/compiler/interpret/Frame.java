package org.eimodel.compiler.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.jspecify.annotations.Nullable;

/// What one element of one call sees: its slots and the locals so far.
final class Frame implements Values {
  private final Object scalars;
  private final Object[] arrays;
  private final @Nullable Object weights;
  private final Map<Local, Double> numbers = new HashMap<>();
  private final Map<Local, Boolean> truths = new HashMap<>();

  /// The present element's index into the arrays.
  int element;

  /// The present synapse's index into the weights.
  int synapse;

  Frame(Object scalars, Object[] arrays, @Nullable Object weights) {
    this.scalars = scalars;
    this.arrays = arrays;
    this.weights = weights;
  }

  @Override
  public double read(Slot slot) {
    return switch (slot.extent()) {
      case SCALAR -> Numbers.get(scalars, slot.position());
      case ELEMENT -> Numbers.get(arrays[slot.position()], element);
      case SYNAPSE -> Numbers.get(Objects.requireNonNull(weights), synapse);
    };
  }

  @Override
  public boolean holds(Slot slot) {
    return ((boolean[]) arrays[slot.position()])[element];
  }

  void write(Slot slot, double value) {
    Numbers.set(arrays[slot.position()], element, value);
  }

  @Override
  public double number(Local local) {
    return Objects.requireNonNull(numbers.get(local));
  }

  @Override
  public boolean truth(Local local) {
    return Objects.requireNonNull(truths.get(local));
  }

  void set(Local local, double value) {
    numbers.put(local, value);
  }

  void set(Local local, boolean value) {
    truths.put(local, value);
  }
}

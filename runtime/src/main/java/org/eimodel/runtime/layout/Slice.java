package org.eimodel.runtime.layout;

import java.util.List;

/// A range of the storage of a group, advanced as one piece of work. At most 65,536 neurons, so that 16 bits say which.
///
/// @param index position in [Layout#slices]
/// @param group position in the plan
/// @param first the first neuron in the storage of the group
/// @param size number of neurons
/// @param parts the populations in it, in storage order
public record Slice(int index, int group, int first, int size, List<Part> parts) {
  /// The largest number of neurons.
  public static final int LIMIT = 1 << Character.SIZE;

  public Slice {
    parts = List.copyOf(parts);
    if (size > LIMIT) {
      throw new IllegalArgumentException("a slice of " + size + " neurons");
    }
  }

  /// {@return after the last neuron, in the storage of the group}
  public int end() {
    return first + size;
  }
}

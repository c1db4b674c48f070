package org.eimodel.runtime.layout;

/// The neurons that a population and a slice share: a range of both.
///
/// @param population position in the plan
/// @param slice position in [Layout#slices]
/// @param index position in [Slice#parts]
/// @param first the first neuron in the storage of the group
/// @param size number of neurons, at least 1
/// @param offset the first neuron, counted inside the population
public record Part(int population, int slice, int index, int first, int size, int offset) {
  /// {@return after the last neuron, in the storage of the group}
  public int end() {
    return first + size;
  }
}

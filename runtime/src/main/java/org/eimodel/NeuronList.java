package org.eimodel;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Neurons that fired in one step, ascending. Valid during the call that it is given to.
public final class NeuronList {
  private int[] neurons = {};
  private int size;

  NeuronList() {}

  NeuronList of(int[] list, int count) {
    neurons = list;
    size = count;
    return this;
  }

  /// {@return how many fired, at least 1}
  public int size() {
    return size;
  }

  /// {@return a neuron's index inside its population, or inside the family where the family was asked for}
  public int get(int i) {
    if (i < 0 || i >= size) {
      throw new IndexOutOfBoundsException(i + " of " + size);
    }
    return neurons[i];
  }

  /// Calls back for each neuron.
  public void forEach(IntConsumer neuron) {
    for (int i = 0; i < size; i++) {
      neuron.accept(neurons[i]);
    }
  }

  /// {@return the neurons, to keep}
  public int[] toArray() {
    return Arrays.copyOf(neurons, size);
  }

  @Override
  public String toString() {
    return Arrays.toString(toArray());
  }
}

package org.eimodel.runtime;

import java.util.Arrays;

/// What a caller adds to an input, in base units.
public final class OutsideInput {
  private final NeuronRange[] ranges;
  private final int size;
  private final Runnable changed;

  /// @param ranges arrays of numbers in double precision, for the neurons of each population
  /// @param changed called after every change
  OutsideInput(NeuronRange[] ranges, Runnable changed) {
    this.ranges = ranges;
    this.size = Arrays.stream(ranges).mapToInt(NeuronRange::size).sum();
    this.changed = changed;
  }

  /// {@return how many neurons there are}
  public int size() {
    return size;
  }

  /// Sets all neurons.
  public void fill(double value) {
    for (NeuronRange range : ranges) {
      Arrays.fill((double[]) range.array(), range.first(), range.first() + range.size(), value);
    }
    changed.run();
  }

  /// Sets one neuron.
  public void set(int neuron, double value) {
    if (neuron < 0 || neuron >= size) {
      throw new IndexOutOfBoundsException("neuron " + neuron + " of " + size);
    }
    for (NeuronRange range : ranges) {
      if (neuron < range.offset() + range.size()) {
        ((double[]) range.array())[range.first() + neuron - range.offset()] = value;
        break;
      }
    }
    changed.run();
  }
}

package org.eimodel;

import org.eimodel.runtime.NeuronRange;
import org.eimodel.runtime.state.Reals;

/// A state variable of a population, as it is now: nothing is copied, and a step shows at once.
///
/// *Shape*: one number for each neuron. *Units*: the one that was asked for.
public final class StateView {
  private final Network network;
  private final NeuronRange[] ranges;
  private final Scale scale;
  private final int size;

  StateView(Network network, NeuronRange[] ranges, Scale scale) {
    this.network = network;
    this.ranges = ranges;
    this.scale = scale;
    NeuronRange last = ranges[ranges.length - 1];
    this.size = last.offset() + last.size();
  }

  /// {@return how many neurons there are}
  public int size() {
    return size;
  }

  /// {@return the value of one neuron}
  ///
  /// *Errors*: `IndexOutOfBoundsException` outside the population, `IllegalStateException` when the network is closed.
  public double get(int neuron) {
    network.requireOpen();
    if (neuron < 0 || neuron >= size) {
      throw new IndexOutOfBoundsException("neuron " + neuron + " of " + size);
    }
    NeuronRange range = ranges[0];
    for (int k = 1; neuron >= range.offset() + range.size(); k++) {
      range = ranges[k];
    }
    return scale.fromBase(Reals.get(range.array(), range.first() + neuron - range.offset()));
  }

  /// Copies all values.
  ///
  /// @param target at least as long as the population is large
  public void copyTo(double[] target) {
    network.requireOpen();
    if (target.length < size) {
      throw new IllegalArgumentException("room for " + target.length + " of " + size + " neurons");
    }
    for (NeuronRange range : ranges) {
      for (int i = 0; i < range.size(); i++) {
        target[range.offset() + i] = scale.fromBase(Reals.get(range.array(), range.first() + i));
      }
    }
  }
}

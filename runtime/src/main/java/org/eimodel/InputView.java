package org.eimodel;

import org.eimodel.runtime.OutsideInput;

/// What a program adds to an input of a population: zero until it is set, then held until it is set again.
///
/// It adds to the model's own drives. *Shape*: one number for each neuron. *Units*: the one that was asked for.
public final class InputView {
  private final Network network;
  private final OutsideInput input;
  private final Scale scale;

  InputView(Network network, OutsideInput input, Scale scale) {
    this.network = network;
    this.input = input;
    this.scale = scale;
  }

  /// {@return how many neurons there are}
  public int size() {
    return input.size();
  }

  /// Sets all neurons, from the next step on.
  ///
  /// *Errors*: `IllegalArgumentException` when the value is NaN or infinite.
  public void fill(double value) {
    network.requireOwner();
    input.fill(checked(value));
  }

  /// Sets one neuron, from the next step on.
  ///
  /// *Errors*: `IllegalArgumentException` when the value is NaN or infinite, `IndexOutOfBoundsException` outside the
  /// population.
  public void set(int neuron, double value) {
    network.requireOwner();
    input.set(neuron, checked(value));
  }

  private double checked(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("an input must be finite: " + value);
    }
    return scale.toBase(value);
  }
}

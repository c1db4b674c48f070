package org.eimodel.compiler.plan;

/// One number for all neurons of a population, or one each.
public sealed interface Values {
  /// {@return the number of one neuron, counted inside its population}
  double at(int neuron);

  /// The same for all.
  record Uniform(double value) implements Values {
    @Override
    public double at(int neuron) {
      return value;
    }
  }

  /// One each; the length is the population's size.
  record Each(double[] values) implements Values {
    @Override
    public double at(int neuron) {
      return values[neuron];
    }
  }
}

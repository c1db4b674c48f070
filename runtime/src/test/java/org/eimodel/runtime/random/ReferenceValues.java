package org.eimodel.runtime.random;

import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.plan.SynapseValues.Bound;
import org.eimodel.compiler.plan.SynapseValues.Outside;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;

/// Weights or delays of a projection, one by one, as `docs/semantics.md` says.
final class ReferenceValues {
  private final SynapseValues values;
  private final RandomStream stream;

  ReferenceValues(SynapseValues values, long seed) {
    this.values = values;
    String name = values instanceof SynapseValues.Drawn drawn ? drawn.stream() : "";
    this.stream = new RandomStream(StreamKey.of(seed, name));
  }

  /// Where a synapse stands.
  ///
  /// @param element the neuron whose row, or column, it was drawn in
  /// @param number inside that row or column
  /// @param place in the file of pairs, or -1
  record Place(int source, int target, int element, int number, int place) {}

  double of(Place at) {
    return switch (values) {
      case SynapseValues.Uniform(double value) -> value;
      case SynapseValues.ByPair(var value) -> value.of(at.source, at.target);
      case SynapseValues.Listed(double[] listed) -> listed[at.place];
      case SynapseValues.Drawn drawn -> drawn(drawn, at.element, at.number);
    };
  }

  private double drawn(SynapseValues.Drawn drawn, int element, int number) {
    for (long attempt = 0; ; attempt++) {
      long bits = stream.seek(element, attempt, number).nextInt() & 0xFFFFFFFFL;
      double value = draw(drawn, (2 * bits + 1) / 8589934592.0);
      if (drawn.bound().isEmpty()) {
        return value;
      }
      Bound bound = drawn.bound().get();
      if (bound.outside() == Outside.CLIP) {
        return Math.min(Math.max(value, bound.low()), bound.high());
      }
      if (value >= bound.low() && value <= bound.high()) {
        return value;
      }
    }
  }

  private static double draw(SynapseValues.Drawn drawn, double u) {
    double first = drawn.first();
    double second = drawn.second();
    return switch (drawn.distribution()) {
      case NORMAL -> Math.fma(second, DoubleFunctions.normalQuantile(u), first);
      case UNIFORM -> Math.fma(second - first, u, first);
      case EXPONENTIAL -> -first * DoubleFunctions.log(u);
      case LOGNORMAL -> {
        double ratio = second / first;
        double variance = DoubleFunctions.log1p(ratio * ratio);
        double exponent =
            Math.fma(Math.sqrt(variance), DoubleFunctions.normalQuantile(u), -variance / 2);
        yield first * DoubleFunctions.exp(exponent);
      }
    };
  }
}

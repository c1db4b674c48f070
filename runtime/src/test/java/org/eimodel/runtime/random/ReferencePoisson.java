package org.eimodel.runtime.random;

import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;

/// The events of a Poisson drive, neuron by neuron, as `docs/semantics.md` says.
final class ReferencePoisson {
  private final PoissonPlan plan;
  private final RandomStream stream;

  ReferencePoisson(PoissonPlan plan, long seed) {
    this.plan = plan;
    this.stream = new RandomStream(StreamKey.of(seed, plan.stream()));
  }

  /// {@return how many events a neuron gets in a step}
  int events(int neuron, long step) {
    if (neuron < plan.from()
        || neuron >= plan.until()
        || step < plan.begin()
        || step >= plan.end()) {
      return 0;
    }
    long bits = stream.seek(neuron, step / 4, step % 4).nextInt() & 0xFFFFFFFFL;
    double u = (2 * bits + 1) / 8589934592.0;
    double mean = plan.mean().at(neuron);
    double term = DoubleFunctions.exp(-mean);
    double sum = term;
    int count = 0;
    while (u > sum) {
      count++;
      term = term * mean / count;
      sum += term;
    }
    return count;
  }
}

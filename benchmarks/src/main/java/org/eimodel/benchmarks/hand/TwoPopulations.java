package org.eimodel.benchmarks.hand;

import org.eimodel.compiler.plan.NetworkPlan;

/// Wiring of COBA and COBAHH: excitatory neurons first, every spike goes into one sum of all neurons.
///
/// @param excitatory the number of excitatory neurons
record TwoPopulations(int excitatory, TargetRows fromE, TargetRows fromI) {

  static TwoPopulations of(NetworkPlan plan) {
    int e = plan.populations().getFirst().size();
    return new TwoPopulations(
        e,
        TargetRows.draw(plan, "EE", 0).with(TargetRows.draw(plan, "EI", 0), e),
        TargetRows.draw(plan, "IE", 0).with(TargetRows.draw(plan, "II", 0), e));
  }

  /// Delivers the spikes of the last step, in ascending order.
  void deliver(int[] spikes, int count, double weightE, double[] ge, double weightI, double[] gi) {
    int s = 0;
    for (; s < count && spikes[s] < excitatory; s++) {
      fromE.add(spikes[s], weightE, ge, 0);
    }
    for (; s < count; s++) {
      fromI.add(spikes[s] - excitatory, weightI, gi, 0);
    }
  }

  /// Delivers the spikes of the last step, in ascending order.
  void deliver(int[] spikes, int count, float weightE, float[] ge, float weightI, float[] gi) {
    int s = 0;
    for (; s < count && spikes[s] < excitatory; s++) {
      fromE.add(spikes[s], weightE, ge, 0);
    }
    for (; s < count; s++) {
      fromI.add(spikes[s] - excitatory, weightI, gi, 0);
    }
  }
}

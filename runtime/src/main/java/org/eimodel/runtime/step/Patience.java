package org.eimodel.runtime.step;

import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.connect.ShortestDelay;

/// How long spikes may wait before their rows are looked up, where synapses have delays of their own.
///
/// Such a row is noted once, for the steps in which its synapses are due; what must keep an order with them is noted with them.
/// So it is early enough when the first of them could arrive, and until then nobody needs to know of the spike.
final class Patience {
  /// Slices are not further apart than this and one more ([Laps]).
  private static final int MOST = 15;

  private Patience() {}

  /// {@return the steps between the one after a spike and that in which it is noted}
  static int of(NetworkPlan plan) {
    return plan.projections().stream()
        .mapToInt(projection -> ShortestDelay.of(projection.delays(), plan.dt()))
        .reduce(MOST, Math::min);
  }
}

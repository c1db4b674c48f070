package org.eimodel.runtime.step;

import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.Slice;

/// Says how much memory the spikes of a slice will take on their way.
public final class RingSize {
  private RingSize() {}

  /// {@return the bytes of the slice's ring}
  ///
  /// @param round the steps of a round
  public static long bytes(NetworkPlan plan, Slice slice, int round) {
    return SpikeRing.bytes(Lags.of(plan, slice), round, slice.parts().size(), slice.size());
  }
}

package org.eimodel.runtime.step;

import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Slice;

/// Says how much memory spikes will take on their way.
public final class RingSize {
  private RingSize() {}

  /// {@return the bytes of the rings of all slices}
  public static long bytes(NetworkPlan plan, Layout layout) {
    Lags lags = new Lags(plan);
    Laps laps = Laps.of(plan, layout);
    long bytes = 0;
    for (Slice slice : layout.slices()) {
      bytes += SpikeRing.bytes(lags.of(slice), laps, slice.parts().size(), slice.size());
    }
    return bytes;
  }
}

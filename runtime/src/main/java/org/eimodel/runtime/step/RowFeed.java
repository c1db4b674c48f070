package org.eimodel.runtime.step;

import java.util.List;

/// Looks up each spike's row when it is due.
///
/// Where there are several tracts, each source's spike goes through all of them before the next source's does.
final class RowFeed implements Feed {
  private final int lag;
  private final SpikeSource[] sources;
  private final Inlet[] inlets;
  private final Blocks blocks;
  private final Volley volley;
  private final int base;
  private final Object[] arrays;

  /// @param lag steps from a spike to its arrival
  /// @param volley to work with, of the slice
  /// @param base the first neuron of the slice
  RowFeed(
      int lag,
      List<SpikeSource> sources,
      List<Inlet> inlets,
      Blocks blocks,
      Volley volley,
      int base,
      Object[] arrays) {
    this.lag = lag;
    this.sources = sources.toArray(SpikeSource[]::new);
    this.inlets = inlets.toArray(Inlet[]::new);
    this.blocks = blocks;
    this.volley = volley;
    this.base = base;
    this.arrays = arrays;
  }

  @Override
  public void deliver(long step) {
    for (SpikeSource source : sources) {
      SpikeRing ring = source.ring();
      int slot = ring.slot(step - lag);
      if (ring.count(slot) != 0) {
        int from = ring.place(slot, source.part());
        int to = ring.place(slot, source.part() + 1);
        if (inlets.length == 1) {
          deliver(inlets[0], ring.spikes(), from, to, source.shift());
        } else {
          for (int i = from; i < to; i++) {
            for (Inlet inlet : inlets) {
              deliver(inlet, ring.spikes(), i, i + 1, source.shift());
            }
          }
        }
      }
    }
  }

  private void deliver(Inlet inlet, int[] spikes, int from, int to, int shift) {
    volley.clear();
    for (int i = from; i < to; i++) {
      inlet.add(spikes[i] - shift, volley);
    }
    volley.deliver(inlet, blocks, 0, volley.end(), base, arrays);
  }
}

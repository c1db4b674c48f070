package org.eimodel.runtime.step;

import java.util.List;

/// Looks up each spike's row when it is due, or what was drawn of it.
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
    for (int p = 0; p < sources.length; p++) {
      SpikeSource source = sources[p];
      SpikeRing ring = source.ring();
      int slot = ring.slot(step - lag);
      if (ring.count(slot) != 0) {
        int from = ring.place(slot, source.part());
        int to = ring.place(slot, source.part() + 1);
        if (inlets.length == 1) {
          deliver(inlets[0], p, from, from, to, step);
        } else {
          for (int i = from; i < to; i++) {
            for (Inlet inlet : inlets) {
              deliver(inlet, p, from, i, i + 1, step);
            }
          }
        }
      }
    }
  }

  /// Delivers some spikes of a part.
  ///
  /// @param first the part's first spike
  private void deliver(Inlet inlet, int part, int first, int from, int to, long step) {
    switch (inlet) {
      case Inlet.Stored stored -> {
        int[] spikes = sources[part].ring().spikes();
        int shift = sources[part].shift();
        volley.clear();
        for (int i = from; i < to; i++) {
          stored.add(spikes[i] - shift, volley);
        }
        volley.deliver(stored, blocks, 0, volley.end(), base, arrays);
      }
      case Inlet.Drawn drawn -> {
        if (from < to) {
          drawn.deliver(part, from - first, to - first, step, base, arrays);
        }
      }
    }
  }
}

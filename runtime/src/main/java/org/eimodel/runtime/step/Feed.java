package org.eimodel.runtime.step;

import java.util.List;
import org.eimodel.runtime.connect.Chunk;
import org.eimodel.runtime.connect.Rows;

/// The synapses from one population to one part of another, of one delay: they are due together.
///
/// Where there are several projections, each source's spike goes through all of them before the next source's does.
final class Feed {
  private final int lag;
  private final Source[] sources;
  private final Inlet[] inlets;
  private final int base;
  private final Object[] arrays;

  /// A part of the source population: where its spikes are.
  ///
  /// @param shift what takes a neuron of the population to one of the storage
  record Source(SpikeRing ring, int part, int shift) {}

  /// @param lag steps from a spike to its arrival
  /// @param base the first neuron of the slice
  Feed(int lag, List<Source> sources, List<Inlet> inlets, int base, Object[] arrays) {
    this.lag = lag;
    this.sources = sources.toArray(Source[]::new);
    this.inlets = inlets.toArray(Inlet[]::new);
    this.base = base;
    this.arrays = arrays;
  }

  /// Delivers what is due at a step.
  void deliver(long step) {
    for (Source source : sources) {
      SpikeRing ring = source.ring;
      int slot = ring.slot(step - lag);
      if (ring.count(slot) != 0) {
        int[] spikes = ring.spikes();
        int end = ring.place(slot, source.part + 1);
        for (int i = ring.place(slot, source.part); i < end; i++) {
          deliver(spikes[i] - source.shift);
        }
      }
    }
  }

  private void deliver(int neuron) {
    for (Inlet inlet : inlets) {
      Rows rows = inlet.rows();
      Chunk chunk = rows.chunk(neuron);
      int row = rows.row(neuron);
      int from = chunk.start(row);
      int to = chunk.start(row + 1);
      if (from < to) {
        inlet.deliver(chunk, from, to, base, arrays);
      }
    }
  }
}

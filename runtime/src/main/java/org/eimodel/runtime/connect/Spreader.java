package org.eimodel.runtime.connect;

/// Gives the synapses of spikes, slice by slice. Belongs to one thread.
@FunctionalInterface
public interface Spreader {
  /// Sets the lists to what spikes bring, in the order of the spikes.
  ///
  /// @param spikes places `from` up to `to` have a neuron each, in the storage of its group
  void spread(int[] spikes, int from, int to, Terminals lists);
}

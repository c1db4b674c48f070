package org.eimodel;

/// Hears of spikes as they happen, on the thread that steps the network.
@FunctionalInterface
public interface SpikeListener {
  /// Called after each step in which at least one of the neurons fired.
  ///
  /// @param step time stamp: n+1 for the step from n dt to (n+1) dt
  /// @param neurons who fired; valid during the call
  void spikes(long step, NeuronList neurons);
}

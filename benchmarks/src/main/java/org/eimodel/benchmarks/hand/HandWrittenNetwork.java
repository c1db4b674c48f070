package org.eimodel.benchmarks.hand;

/// A network written by hand for one model.
public interface HandWrittenNetwork {
  /// Advances the network by one step.
  void step();

  /// {@return how many neurons there are}
  int neurons();

  /// {@return how many spikes there have been}
  long spikeCount();
}

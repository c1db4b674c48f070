package org.eimodel.benchmarks;

/// A network as one would write it by hand, for one model: what generated code is measured against.
///
/// It does the work of the model and nothing else: no recording, no threads, no checks but the sum that finds a NaN.
interface HandWrittenNetwork {
  /// Advances the network by one step.
  void step();

  /// {@return how many spikes there have been}
  long spikeCount();
}

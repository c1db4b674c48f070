package org.eimodel.runtime.step;

/// Spikes of one population that are due at one slice after one delay.
interface Feed {
  /// Delivers what is due at a step.
  void deliver(long step);

  /// {@return the memory of what is under way}
  default long bytes() {
    return 0;
  }
}

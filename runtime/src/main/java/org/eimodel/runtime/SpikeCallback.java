package org.eimodel.runtime;

/// Hears of the spikes of some populations, after the step in which they happen and before the next.
@FunctionalInterface
public interface SpikeCallback {
  /// @param step time stamp: (n+1) for a spike of the step that began at n dt
  /// @param neurons numbered through the populations, ascending; valid during the call up to `count`
  void spikes(long step, int[] neurons, int count);
}

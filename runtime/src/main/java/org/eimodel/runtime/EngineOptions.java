package org.eimodel.runtime;

import org.eimodel.Tier;
import org.eimodel.runtime.layout.SliceRule;

/// How a network is built and run. Nothing here changes a result.
///
/// @param threads the caller's included; 0 to choose by the network's size
/// @param slices how groups are cut
/// @param heap bytes that the network may take
/// @param tier the form of the step kernels
/// @param oneRun whether the network makes its model's own run and no step more: then what would only pay later is left out
public record EngineOptions(
    int threads, SliceRule slices, long heap, Tier tier, boolean oneRun) {
  public EngineOptions {
    if (threads < 0) {
      throw new IllegalArgumentException(threads + " threads");
    }
  }

  /// {@return a choice of threads, and standard slices in the heap that the JVM has}
  public static EngineOptions threads(int threads) {
    return new EngineOptions(
        threads, SliceRule.STANDARD, Runtime.getRuntime().maxMemory(), Tier.AUTO, false);
  }

  /// {@return the same with another tier}
  public EngineOptions tier(Tier other) {
    return new EngineOptions(threads, slices, heap, other, oneRun);
  }

  /// {@return the same for a network that makes its model's own run and no step more}
  public EngineOptions forOneRun() {
    return new EngineOptions(threads, slices, heap, tier, true);
  }

  /// {@return the same with other slices}
  EngineOptions sliced(SliceRule rule) {
    return new EngineOptions(threads, rule, heap, tier, oneRun);
  }

  /// {@return how many threads build}
  ///
  /// @param synapses how many there will be
  int builders(double synapses) {
    // Below, a thread takes longer to start than to help.
    return synapses < 1_000_000 ? 1 : threads > 0 ? threads : processors();
  }

  /// {@return how many threads step}
  int steppers(int sliceCount) {
    return Math.min(sliceCount, threads > 0 ? threads : processors());
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}

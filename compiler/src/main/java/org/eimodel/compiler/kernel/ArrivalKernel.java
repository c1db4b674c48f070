package org.eimodel.compiler.kernel;

import org.jspecify.annotations.Nullable;

/// Arrival of spikes at synapses that lie side by side.
public interface ArrivalKernel {
  /// How many numbers say where a run is.
  int RUN = 3;

  /// Runs the arrival block for synapses `from` up to `to`, exclusive, one by one.
  ///
  /// @param targets the targets' indices, counted from `base`
  /// @param weights `float[]` or `double[]`, parallel to `targets`: each synapse's own weight; null where the kernel reads
  ///     none ([org.eimodel.compiler.ir.Slot.Extent#SYNAPSE])
  /// @param base the first neuron of the slice in `arrays`
  /// @param scalars `float[]` or `double[]`: a number for each scalar slot of this projection
  /// @param arrays the arrays of the target's group, as a step kernel has them
  void deliver(
      char[] targets,
      @Nullable Object weights,
      int from,
      int to,
      int base,
      Object scalars,
      Object[] arrays);

  /// Runs the arrival block for several runs of synapses, one after the other.
  ///
  /// *Shape*: a run is three numbers in `runs`: the position of its block, its first synapse and the one after its last.
  ///
  /// @param targets of each block, as above
  /// @param weights of each block, as above
  /// @param from where the first run is in `runs`
  /// @param to where the last one ends
  default void deliver(
      char[][] targets,
      @Nullable Object[] weights,
      int[] runs,
      int from,
      int to,
      int base,
      Object scalars,
      Object[] arrays) {
    for (int r = from; r < to; r += RUN) {
      int block = runs[r];
      deliver(
          targets[block], weights[block], runs[r + 1], runs[r + 2], base, scalars, arrays);
    }
  }

  /// Runs the arrival block for several packed runs, one after the other, in single precision.
  ///
  /// @param blocks of each block, its packed runs ([PackedRun])
  /// @param runs as above, places instead of synapses
  default void deliver(
      int[][] blocks,
      int[] runs,
      int from,
      int to,
      int base,
      Object scalars,
      Object[] arrays) {
    for (int r = from; r < to; r += RUN) {
      int[] block = blocks[runs[r]];
      char[] targets = new char[PackedRun.synapses(runs[r + 1], runs[r + 2])];
      float[] weights = new float[targets.length];
      for (int k = 0; k < targets.length; k++) {
        targets[k] = PackedRun.target(block, runs[r + 1], runs[r + 2], k);
        weights[k] = PackedRun.weight(block, runs[r + 1], runs[r + 2], k);
      }
      deliver(targets, weights, 0, targets.length, base, scalars, arrays);
    }
  }
}

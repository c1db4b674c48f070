package org.eimodel.compiler.kernel;

import org.jspecify.annotations.Nullable;

/// Arrival of one spike at the synapses of one row.
public interface ArrivalKernel {

  /// Runs the arrival block for synapses `from` up to `to`, exclusive, one by one.
  ///
  /// @param targets the targets' indices, counted from `base`
  /// @param weights `float[]` or `double[]`, parallel to `targets`: each synapse's own weight; null where the kernel reads
  ///     none ([org.eimodel.compiler.ir.Slot.Extent#SYNAPSE])
  /// @param base the first neuron of the slice in `arrays`
  /// @param scalars `float[]` or `double[]`: a number for each scalar slot of this projection
  /// @param arrays `float[]` or `double[]` each: the arrays of the target's group
  void deliver(
      char[] targets,
      @Nullable Object weights,
      int from,
      int to,
      int base,
      Object scalars,
      Object[] arrays);
}

package org.eimodel.compiler.kernel;

/// One step of a range of neurons: drive, integrate, fire.
public interface StepKernel {

  /// Advances neurons `from` up to `to`, exclusive, by one step.
  ///
  /// @param scalars `float[]` or `double[]`, by the kernel's precision: a number for each scalar slot
  /// @param arrays for each element slot a `float[]` or `double[]`, or a `boolean[]` of truth values, indexed by neuron
  /// @param spikes where the indices of neurons that spike are appended, in ascending order; has room for `to - from` more
  /// @param count how many entries `spikes` holds already
  /// @return how many entries `spikes` holds now; or `~neuron` when a state of `neuron` would become NaN or infinite: its
  ///     states are then as before the step, and neurons after it are not advanced
  int step(int from, int to, Object scalars, Object[] arrays, int[] spikes, int count);
}

package org.eimodel.runtime;

/// The form in which the step kernels of a network run.
///
/// @param lanes how many neurons at once: 1 in the scalar form
/// @param since how many steps were done before the last kernel went into lanes; 0 in the scalar form
public record KernelForm(int lanes, long since) {
  /// One neuron after the other.
  public static final KernelForm SCALAR = new KernelForm(1, 0);

  /// {@return whether kernels run in vector lanes}
  public boolean inLanes() {
    return lanes > 1;
  }
}

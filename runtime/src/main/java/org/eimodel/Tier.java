package org.eimodel;

/// How kernels run. No result depends on it.
public enum Tier {
  /// Begins in the scalar form and goes over to vector lanes when they are there, where there is enough to do.
  AUTO,

  /// One neuron after the other.
  SCALAR,

  /// Several neurons at once, in the lanes of vectors, from the first step on.
  VECTOR
}

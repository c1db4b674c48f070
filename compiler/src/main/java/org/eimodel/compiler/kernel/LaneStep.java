package org.eimodel.compiler.kernel;

/// A step kernel in vector lanes.
public interface LaneStep {
  /// {@return a kernel with memory of its own: one thread at a time may use it}
  ///
  /// @param scalar the scalar form of the same kernel: it does what is no whole vector, and where a check fails
  StepKernel instance(StepKernel scalar);

  /// {@return how many operations on vectors a vector of neurons takes, about}
  int operations();

  /// Takes every way through what the kernel calls, once: the JVM compiles the ways that it has seen.
  void exercise();
}

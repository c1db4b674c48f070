package org.eimodel.compiler.kernel;

import java.util.List;

/// A step kernel in vector lanes.
public interface LaneStep {
  /// {@return a kernel with memory of its own: one thread at a time may use it}
  ///
  /// @param scalar the scalar form of the same kernel: it does what is no whole vector, and where a check fails
  StepKernel instance(StepKernel scalar);

  /// {@return everything that [#instance] may come to run in lanes, to be compiled one after the other}
  default List<StepKernel> forms(StepKernel scalar) {
    return List.of(instance(scalar));
  }

  /// {@return how many operations on vectors a vector of neurons takes, about}
  int operations();

  /// Takes every way through what the kernel calls, once: the JVM compiles the ways that it has seen.
  void exercise();
}

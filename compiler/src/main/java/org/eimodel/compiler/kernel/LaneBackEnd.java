package org.eimodel.compiler.kernel;

import java.util.function.UnaryOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// Gives step kernels that run in vector lanes, with the bits of the scalar form.
///
/// The engine finds it by [java.util.ServiceLoader]; where the module that provides it is missing, or the JVM has no Vector
/// API, the scalar form stays.
public interface LaneBackEnd {
  /// {@return how many neurons a vector holds}
  int lanes(Precision precision);

  /// {@return what gives the vector form of a kernel from its scalar form}
  ///
  /// Each instance that it gives has memory of its own: one thread at a time may use it. The classes are made once, here.
  UnaryOperator<StepKernel> load(Kernel kernel, Precision precision);
}

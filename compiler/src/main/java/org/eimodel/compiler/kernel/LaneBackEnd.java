package org.eimodel.compiler.kernel;

import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// Gives step kernels that run in vector lanes, with the bits of the scalar form.
///
/// The engine finds it by [java.util.ServiceLoader]; where the module that provides it is missing, or the JVM has no Vector
/// API, the scalar form stays.
public interface LaneBackEnd {
  /// {@return how many neurons a vector holds}
  int lanes(Precision precision);

  /// {@return the kernel in lanes; its class is made once, here}
  LaneStep load(Kernel kernel, Precision precision);

  /// {@return the flush of decaying states in lanes}
  FlushToZero flush(Precision precision);

  /// {@return random words in lanes; threads may share it}
  RandomBlocks random();

  /// {@return counts of bounds below random words in lanes; threads may share it}
  BoundCounts counts();

  /// {@return normal quantiles in lanes; threads may share it}
  NormalQuantiles quantiles();
}

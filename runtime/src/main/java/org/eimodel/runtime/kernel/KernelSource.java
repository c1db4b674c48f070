package org.eimodel.runtime.kernel;

import java.util.Optional;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;

/// Gives the objects that run kernels. What they compute does not depend on the source, bit for bit.
public interface KernelSource {
  /// {@return the precision in which its kernels compute}
  Precision precision();

  /// {@return what advances neurons by this kernel; threads may share it}
  StepKernel step(Kernel kernel);

  /// {@return the form of a step kernel in vector lanes, yet to be made; empty where there are no lanes}
  default Optional<LaneForm> lanes(Kernel kernel) {
    return Optional.empty();
  }

  /// {@return what delivers spikes by this kernel; threads may share it}
  ArrivalKernel arrival(Kernel kernel);

  /// {@return the same for a group that is one slice, whose base is always 0}
  default ArrivalKernel arrivalFromZero(Kernel kernel) {
    return arrival(kernel);
  }
}

package org.eimodel.runtime.kernel;

import org.eimodel.compiler.interpret.KernelInterpreter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;

/// The reference interpreter, to run whole networks as the IR means them.
public record InterpretedKernels(Precision precision) implements KernelSource {
  @Override
  public StepKernel step(Kernel kernel) {
    return new KernelInterpreter(kernel, precision);
  }

  @Override
  public ArrivalKernel arrival(Kernel kernel) {
    return new KernelInterpreter(kernel, precision);
  }
}

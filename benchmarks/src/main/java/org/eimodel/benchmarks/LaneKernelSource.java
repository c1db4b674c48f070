package org.eimodel.benchmarks;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.LaneStep;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.passes.Passes;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.kernel.KernelSource;

/// Step kernels in vector lanes from the first step on; arrivals are scalar.
final class LaneKernelSource implements KernelSource {
  private final CompiledKernels scalar;
  private final LaneBackEnd backEnd = ServiceLoader.load(LaneBackEnd.class).findFirst().orElseThrow();
  private final Map<Kernel, LaneStep> loaded = new ConcurrentHashMap<>();

  LaneKernelSource(Precision precision) {
    scalar = new CompiledKernels(precision);
  }

  @Override
  public Precision precision() {
    return scalar.precision();
  }

  @Override
  public StepKernel step(Kernel kernel) {
    return loaded
        .computeIfAbsent(
            kernel, unseen -> backEnd.load(Passes.run(unseen, precision()), precision()))
        .instance(scalar.step(kernel));
  }

  @Override
  public ArrivalKernel arrival(Kernel kernel) {
    return scalar.arrival(kernel);
  }
}

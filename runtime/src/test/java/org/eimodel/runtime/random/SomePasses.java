package org.eimodel.runtime.random;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.passes.Passes;
import org.eimodel.runtime.kernel.KernelLoader;
import org.eimodel.runtime.kernel.KernelSource;

/// Kernels of the scalar back end behind some of the passes.
record SomePasses(Precision precision, Set<String> passes, Map<Kernel, Object> loaded)
    implements KernelSource {
  SomePasses(Precision precision, Set<String> passes) {
    this(precision, passes, new HashMap<>());
  }

  @Override
  public StepKernel step(Kernel kernel) {
    return (StepKernel) load(kernel);
  }

  @Override
  public ArrivalKernel arrival(Kernel kernel) {
    return (ArrivalKernel) load(kernel);
  }

  private Object load(Kernel kernel) {
    return loaded.computeIfAbsent(
        kernel,
        unseen ->
            KernelLoader.load(
                KernelLoader.scalar().emit(Passes.run(unseen, precision, passes), precision)));
  }
}

package org.eimodel.runtime.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eimodel.compiler.bytecode.KernelEmitter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.passes.Passes;

/// Kernels as bytecode. Each is emitted and loaded once, however many networks ask for it; the classes leave with this
/// object and the networks that it served.
public final class CompiledKernels implements KernelSource {
  private final Precision precision;
  private final KernelEmitter emitter;
  private final Map<Kernel, Object> loaded = new ConcurrentHashMap<>();

  /// Kernels of the scalar back end.
  public CompiledKernels(Precision precision) {
    this(precision, KernelLoader.scalar());
  }

  /// @param emitter a back end that writes classes of this package
  public CompiledKernels(Precision precision, KernelEmitter emitter) {
    this.precision = precision;
    this.emitter = emitter;
  }

  @Override
  public Precision precision() {
    return precision;
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
        unseen -> KernelLoader.load(emitter.emit(Passes.run(unseen, precision), precision)));
  }
}

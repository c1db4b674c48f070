package org.eimodel.runtime.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eimodel.compiler.bytecode.KernelEmitter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.passes.Passes;

/// Kernels as bytecode. Each is emitted and loaded once, however many networks ask for it; the classes leave with this
/// object and the networks that it served.
public final class CompiledKernels implements KernelSource {
  private final Precision precision;
  private final KernelEmitter emitter;
  private final Map<Kernel, Kernel> passed = new ConcurrentHashMap<>();
  private final Map<Kernel, Object> loaded = new ConcurrentHashMap<>();
  private final Map<Kernel, Object> fromZero = new ConcurrentHashMap<>();
  private final Map<Kernel, LaneForm> lanes = new ConcurrentHashMap<>();

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

  @Override
  public ArrivalKernel arrivalFromZero(Kernel kernel) {
    return (ArrivalKernel)
        fromZero.computeIfAbsent(
            kernel,
            unseen -> KernelLoader.load(emitter.emitFromZero(passed(unseen), precision)));
  }

  @Override
  public Optional<LaneForm> lanes(Kernel kernel) {
    return LaneModule.find()
        .map(backEnd -> lanes.computeIfAbsent(kernel, unseen -> form(unseen, backEnd)));
  }

  private LaneForm form(Kernel kernel, LaneBackEnd backEnd) {
    return new LaneForm(passed(kernel), precision, step(kernel), backEnd);
  }

  private Object load(Kernel kernel) {
    return loaded.computeIfAbsent(
        kernel, unseen -> KernelLoader.load(emitter.emit(passed(unseen), precision)));
  }

  /// {@return the kernel after all passes}
  private Kernel passed(Kernel kernel) {
    return passed.computeIfAbsent(kernel, unseen -> Passes.run(unseen, precision));
  }
}

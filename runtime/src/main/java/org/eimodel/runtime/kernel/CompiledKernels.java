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
  private final Map<Kernel, Loaded> loaded = new ConcurrentHashMap<>();
  private final Map<Kernel, ArrivalKernel> fromZero = new ConcurrentHashMap<>();
  private final Map<Kernel, LaneForm> lanes = new ConcurrentHashMap<>();

  /// @param passed the kernel after all passes
  /// @param instance of its class
  private record Loaded(Kernel passed, Object instance) {}

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
    return (StepKernel) load(kernel).instance();
  }

  @Override
  public ArrivalKernel arrival(Kernel kernel) {
    return (ArrivalKernel) load(kernel).instance();
  }

  @Override
  public ArrivalKernel arrivalFromZero(Kernel kernel) {
    return fromZero.computeIfAbsent(
        kernel,
        unseen ->
            (ArrivalKernel)
                KernelLoader.load(emitter.emitFromZero(Passes.run(unseen, precision), precision)));
  }

  @Override
  public Optional<LaneForm> lanes(Kernel kernel) {
    return LaneModule.find()
        .map(backEnd -> lanes.computeIfAbsent(kernel, unseen -> form(unseen, backEnd)));
  }

  private LaneForm form(Kernel kernel, LaneBackEnd backEnd) {
    return new LaneForm(load(kernel).passed(), precision, step(kernel), backEnd);
  }

  private Loaded load(Kernel kernel) {
    return loaded.computeIfAbsent(
        kernel,
        unseen -> {
          Kernel passed = Passes.run(unseen, precision);
          return new Loaded(passed, KernelLoader.load(emitter.emit(passed, precision)));
        });
  }
}

package org.eimodel;

import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.runtime.kernel.CompiledKernels;

/// A compiled model. Immutable: threads may share it, and any number of networks may be built from it.
///
/// Its bytecode is made once, for all values of its parameters.
public final class Model {
  private final LoweredModel lowered;
  private final CompiledKernels single =
      new CompiledKernels(org.eimodel.compiler.ir.Precision.SINGLE);
  private final CompiledKernels full =
      new CompiledKernels(org.eimodel.compiler.ir.Precision.DOUBLE);

  Model(LoweredModel lowered) {
    this.lowered = lowered;
  }

  /// {@return the model's name}
  public String name() {
    return lowered.model().name();
  }

  /// {@return a new choice of parameters, seed, precision and threads}
  public Configuration configure() {
    return new Configuration(this);
  }

  LoweredModel lowered() {
    return lowered;
  }

  CompiledKernels kernels(Precision precision) {
    return switch (precision) {
      case SINGLE -> single;
      case DOUBLE -> full;
    };
  }
}

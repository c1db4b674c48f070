package org.eimodel.runtime.random;

import java.util.Set;
import org.eimodel.compiler.bytecode.EmittedClass;
import org.eimodel.compiler.bytecode.KernelEmitter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.passes.Passes;
import org.eimodel.runtime.kernel.KernelLoader;

/// The scalar back end behind some of the passes.
record Optimised(Set<String> passes) implements KernelEmitter {
  @Override
  public EmittedClass emit(Kernel kernel, Precision precision) {
    return KernelLoader.scalar().emit(Passes.run(kernel, precision, passes), precision);
  }
}

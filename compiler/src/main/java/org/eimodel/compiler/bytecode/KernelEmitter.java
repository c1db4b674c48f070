package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// A back end: gives a class that computes what the kernel says, bit for bit as the reference interpreter.
public interface KernelEmitter {
  /// {@return the class for a well-formed kernel}
  ///
  /// *Errors*: [org.eimodel.compiler.ir.CompilerBug] for a kernel that cannot be emitted; no model can cause one.
  EmittedClass emit(Kernel kernel, Precision precision);

  /// {@return the class for an arrival in a group that is one slice: it takes every base for 0}
  default EmittedClass emitFromZero(Kernel kernel, Precision precision) {
    return emit(kernel, precision);
  }
}

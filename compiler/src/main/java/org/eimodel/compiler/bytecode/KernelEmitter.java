package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// A back end: gives a class that computes what the kernel says, bit for bit as the reference interpreter.
public interface KernelEmitter {
  /// {@return the class for a well-formed kernel}
  ///
  /// *Errors*: [org.eimodel.compiler.ir.CompilerBug] for a kernel that cannot be emitted; no model can cause one.
  EmittedClass emit(Kernel kernel, Precision precision);
}

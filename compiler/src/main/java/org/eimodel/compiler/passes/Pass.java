package org.eimodel.compiler.passes;

import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// One rewrite of a kernel.
public interface Pass {
  /// {@return the name by which it is switched on and off}
  String name();

  /// {@return a kernel that computes the same, bit for bit}
  ///
  /// @param precision in which the kernel will run
  Kernel apply(Kernel kernel, Precision precision);
}

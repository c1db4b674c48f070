package org.eimodel.compiler.ir;

/// What an expression yields.
public enum Type {
  /// A number in the kernel's precision.
  REAL,
  /// A condition; a lane mask in vector form.
  TRUTH
}

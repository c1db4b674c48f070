package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.Expr.Comparison;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The instructions of a comparison of two numbers.
///
/// The JVM compares to -1, 0 or 1 and has two forms that differ for NaN: one gives 1, the other -1. Each operator takes
/// the one for which it does not hold.
final class Jumps {
  private Jumps() {}

  static int compare(Comparison operator, Type type) {
    boolean single = type.equals(Type.FLOAT_TYPE);
    return switch (operator) {
      case LESS, LESS_EQUAL -> single ? Opcodes.FCMPG : Opcodes.DCMPG;
      case GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> single ? Opcodes.FCMPL : Opcodes.DCMPL;
    };
  }

  /// {@return the jump that is taken where the operator's truth is `outcome`}
  static int jump(Comparison operator, boolean outcome) {
    return switch (operator) {
      case LESS -> outcome ? Opcodes.IFLT : Opcodes.IFGE;
      case LESS_EQUAL -> outcome ? Opcodes.IFLE : Opcodes.IFGT;
      case GREATER -> outcome ? Opcodes.IFGT : Opcodes.IFLE;
      case GREATER_EQUAL -> outcome ? Opcodes.IFGE : Opcodes.IFLT;
      case EQUAL -> outcome ? Opcodes.IFEQ : Opcodes.IFNE;
      case NOT_EQUAL -> outcome ? Opcodes.IFNE : Opcodes.IFEQ;
    };
  }
}

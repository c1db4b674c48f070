package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.CompilerBug;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The instructions that change a number's type.
final class Conversions {
  private Conversions() {}

  static int opcode(Type from, Type to) {
    return switch (from.getDescriptor() + to.getDescriptor()) {
      case "FD" -> Opcodes.F2D;
      case "DF" -> Opcodes.D2F;
      case "IF" -> Opcodes.I2F;
      case "ID" -> Opcodes.I2D;
      case "IJ" -> Opcodes.I2L;
      default -> throw new CompilerBug("no conversion from " + from + " to " + to);
    };
  }
}

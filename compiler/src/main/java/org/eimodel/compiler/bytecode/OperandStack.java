package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.compiler.ir.CompilerBug;
import org.objectweb.asm.Type;

/// What lies on the operand stack while a method is written: a wrong instruction fails here, with the types named, and
/// not in the verifier.
final class OperandStack {
  private final List<Type> types = new ArrayList<>();

  void push(Type type) {
    types.add(type);
  }

  Type pop() {
    if (types.isEmpty()) {
      throw new CompilerBug("nothing on the operand stack");
    }
    return types.removeLast();
  }

  void pop(Type expected) {
    Type found = pop();
    if (!found.equals(expected)) {
      throw new CompilerBug("expected " + expected + " on the operand stack, found " + found);
    }
  }

  /// {@return how many values there are}
  int depth() {
    return types.size();
  }

  void requireDepth(int expected) {
    if (types.size() != expected) {
      throw new CompilerBug(
          "expected " + expected + " values on the operand stack, found " + types);
    }
  }
}

package org.eimodel.compiler.bytecode;

import java.util.function.Consumer;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The body of one method, written instruction by instruction with types checked, and loops and branches as blocks.
///
/// Usage: `code.load(x); code.load(y); code.operate(IADD); code.store(z)`. An opcode is always given in its `int` form;
/// the operands' type selects the real one.
final class MethodCode {
  private final MethodVisitor out;
  private final OperandStack stack = new OperandStack();
  private int nextIndex;
  private int line = -1;

  MethodCode(MethodVisitor out, int firstIndex) {
    this.out = out;
    this.nextIndex = firstIndex;
  }

  /// {@return a new variable; it lives until the enclosing [#scope] ends}
  Variable variable(Type type) {
    Variable variable = new Variable(type, nextIndex);
    nextIndex += type.getSize();
    return variable;
  }

  /// Writes a block whose variables end with it.
  void scope(Runnable block) {
    int mark = nextIndex;
    block.run();
    nextIndex = mark;
  }

  /// What follows comes from this line of the model.
  void line(int number) {
    if (number != line) {
      Label here = new Label();
      out.visitLabel(here);
      out.visitLineNumber(number, here);
      line = number;
    }
  }

  void load(Variable variable) {
    out.visitVarInsn(variable.type().getOpcode(Opcodes.ILOAD), variable.index());
    stack.push(variable.type());
  }

  void store(Variable variable) {
    stack.pop(variable.type());
    out.visitVarInsn(variable.type().getOpcode(Opcodes.ISTORE), variable.index());
  }

  /// {@return a new variable that holds the top of the stack}
  Variable storeNew(Type type) {
    Variable variable = variable(type);
    store(variable);
    return variable;
  }

  void increment(Variable variable) {
    increment(variable, 1);
  }

  void increment(Variable variable, int amount) {
    out.visitIincInsn(variable.index(), amount);
  }

  void integer(int value) {
    if (value >= -1 && value <= 5) {
      out.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
      out.visitIntInsn(value == (byte) value ? Opcodes.BIPUSH : Opcodes.SIPUSH, value);
    } else {
      out.visitLdcInsn(value);
    }
    stack.push(Type.INT_TYPE);
  }

  /// Pushes a constant, rounded to the type.
  void number(NumberType number, double value) {
    switch (number.precision()) {
      case SINGLE -> single((float) value);
      case DOUBLE -> twofold(value);
    }
    stack.push(number.type());
  }

  private void single(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (bits == 0) {
      out.visitInsn(Opcodes.FCONST_0);
    } else if (value == 1) {
      out.visitInsn(Opcodes.FCONST_1);
    } else {
      out.visitLdcInsn(value);
    }
  }

  private void twofold(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits == 0) {
      out.visitInsn(Opcodes.DCONST_0);
    } else if (value == 1) {
      out.visitInsn(Opcodes.DCONST_1);
    } else {
      out.visitLdcInsn(value);
    }
  }

  /// `x, y -> x op y` for two operands of one type.
  void operate(int opcode) {
    Type type = stack.pop();
    stack.pop(type);
    out.visitInsn(type.getOpcode(opcode));
    stack.push(type);
  }

  /// `x -> -x`
  void negate() {
    Type type = stack.pop();
    out.visitInsn(type.getOpcode(Opcodes.INEG));
    stack.push(type);
  }

  /// `x -> (to) x`, where the JVM has one instruction for it or none is needed.
  void convert(Type to) {
    Type from = stack.pop();
    if (!from.equals(to)) {
      out.visitInsn(Conversions.opcode(from, to));
    }
    stack.push(to);
  }

  /// Calls a static method: arguments from the stack, result onto it.
  void call(Type owner, String name, Type result, Type... arguments) {
    for (int i = arguments.length - 1; i >= 0; i--) {
      stack.pop(arguments[i]);
    }
    String descriptor = Type.getMethodDescriptor(result, arguments);
    out.visitMethodInsn(Opcodes.INVOKESTATIC, owner.getInternalName(), name, descriptor, false);
    pushResult(result);
  }

  /// As [#call]; references are passed as they are: that their classes fit the declared ones is left to the verifier.
  void callLoosely(Type owner, String name, Type result, Type... arguments) {
    popArguments(arguments);
    String descriptor = Type.getMethodDescriptor(result, arguments);
    out.visitMethodInsn(Opcodes.INVOKESTATIC, owner.getInternalName(), name, descriptor, false);
    pushResult(result);
  }

  /// Calls a method of an object: `object, arguments -> result`. References are passed as in [#callLoosely].
  void invoke(Type owner, String name, Type result, Type... arguments) {
    popArguments(arguments);
    stack.pop(owner);
    out.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        owner.getInternalName(),
        name,
        Type.getMethodDescriptor(result, arguments),
        false);
    pushResult(result);
  }

  /// As [#invoke], by an interface.
  void invokeInterface(Type owner, String name, Type result, Type... arguments) {
    popArguments(arguments);
    stack.pop(owner);
    out.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        owner.getInternalName(),
        name,
        Type.getMethodDescriptor(result, arguments),
        true);
    pushResult(result);
  }

  private void popArguments(Type... arguments) {
    for (int i = arguments.length - 1; i >= 0; i--) {
      Type found = stack.pop();
      boolean reference = arguments[i].getSort() >= Type.ARRAY;
      boolean fits = reference ? found.getSort() >= Type.ARRAY : sameOnStack(arguments[i], found);
      if (!fits) {
        throw new CompilerBug("expected " + arguments[i] + " on the operand stack, found " + found);
      }
    }
  }

  private static boolean sameOnStack(Type argument, Type found) {
    return argument.equals(found)
        || argument.equals(Type.BOOLEAN_TYPE) && found.equals(Type.INT_TYPE);
  }

  private void pushResult(Type result) {
    if (!result.equals(Type.VOID_TYPE)) {
      stack.push(result.equals(Type.BOOLEAN_TYPE) ? Type.INT_TYPE : result);
    }
  }

  /// Pushes the value of a static field.
  void staticField(Type owner, String name, Type type) {
    out.visitFieldInsn(Opcodes.GETSTATIC, owner.getInternalName(), name, type.getDescriptor());
    stack.push(type);
  }

  /// `object -> object.name`
  void field(Type owner, String name, Type type) {
    stack.pop(owner);
    out.visitFieldInsn(Opcodes.GETFIELD, owner.getInternalName(), name, type.getDescriptor());
    stack.push(type);
  }

  /// `array, index -> array[index]`
  void loadElement(Type element) {
    stack.pop(Type.INT_TYPE);
    stack.pop();
    out.visitInsn(element.getOpcode(Opcodes.IALOAD));
    boolean small = element.equals(Type.CHAR_TYPE) || element.equals(Type.BOOLEAN_TYPE);
    stack.push(small ? Type.INT_TYPE : element);
  }

  /// `array, index, value ->`, with `array[index] = value`
  void storeElement(Type element) {
    stack.pop(element);
    stack.pop(Type.INT_TYPE);
    stack.pop();
    out.visitInsn(element.getOpcode(Opcodes.IASTORE));
  }

  /// `object -> (type) object`
  void cast(Type type) {
    stack.pop();
    out.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    stack.push(type);
  }

  /// `length -> new number[length]`
  void newArray(NumberType number) {
    stack.pop(Type.INT_TYPE);
    int kind = number.type().equals(Type.FLOAT_TYPE) ? Opcodes.T_FLOAT : Opcodes.T_DOUBLE;
    out.visitIntInsn(Opcodes.NEWARRAY, kind);
    stack.push(number.array());
  }

  /// Returns the top of the stack.
  void returnValue() {
    Type type = stack.pop();
    out.visitInsn(type.getOpcode(Opcodes.IRETURN));
  }

  void returnNothing() {
    out.visitInsn(Opcodes.RETURN);
  }

  /// `x, y ->`, and on to the target where `x op y` is `outcome`. A comparison with NaN holds for `!=` alone.
  void jumpOnComparison(Comparison operator, boolean outcome, Label target) {
    Type type = stack.pop();
    stack.pop(type);
    out.visitInsn(Jumps.compare(operator, type));
    out.visitJumpInsn(Jumps.jump(operator, outcome), target);
  }

  /// `truth ->`, and on to the target where it is `outcome`.
  void jumpOnTruth(boolean outcome, Label target) {
    stack.pop(Type.INT_TYPE);
    out.visitJumpInsn(outcome ? Opcodes.IFNE : Opcodes.IFEQ, target);
  }

  /// `x, y ->` for two `int`, and on to the target where not `x < y`.
  void jumpIfNotLess(Label target) {
    stack.pop(Type.INT_TYPE);
    stack.pop(Type.INT_TYPE);
    out.visitJumpInsn(Opcodes.IF_ICMPGE, target);
  }

  /// Pushes `null` as a reference of a type.
  void nothing(Type type) {
    out.visitInsn(Opcodes.ACONST_NULL);
    stack.push(type);
  }

  /// Writes a block that runs where `leave` does not jump to the label that it is given.
  void unless(Consumer<Label> leave, Runnable block) {
    Label end = new Label();
    leave.accept(end);
    scope(block);
    out.visitLabel(end);
  }

  /// Writes two blocks that leave a value of the same type: `yes`, or `no` where `toNo` jumps to its label.
  void choose(Consumer<Label> toNo, Runnable yes, Runnable no) {
    Label otherwise = new Label();
    Label end = new Label();
    toNo.accept(otherwise);
    int depth = stack.depth();
    scope(yes);
    out.visitJumpInsn(Opcodes.GOTO, end);
    out.visitLabel(otherwise);
    Type type = stack.pop();
    stack.requireDepth(depth);
    scope(no);
    stack.pop(type);
    stack.push(type);
    out.visitLabel(end);
  }

  /// Writes `for (; i < to; i++) block`.
  void forEach(Variable i, Variable to, Runnable block) {
    loop(i, to, block, () -> increment(i));
  }

  /// Writes `for (; i < to; advance) block`.
  void loop(Variable i, Variable to, Runnable block, Runnable advance) {
    Label test = new Label();
    Label end = new Label();
    int depth = stack.depth();
    out.visitLabel(test);
    load(i);
    load(to);
    jumpIfNotLess(end);
    scope(block);
    advance.run();
    stack.requireDepth(depth);
    out.visitJumpInsn(Opcodes.GOTO, test);
    out.visitLabel(end);
  }
}

package org.eimodel.compiler.bytecode;

import static org.objectweb.asm.Type.DOUBLE_TYPE;

import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Slot;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// Writes expressions: numbers onto the operand stack, conditions as jumps.
final class ExpressionCode {
  private static final Type MATH = Type.getType(Math.class);

  private final MethodCode code;
  private final Bindings bindings;
  private final NumberType number;

  ExpressionCode(MethodCode code, Bindings bindings, NumberType number) {
    this.code = code;
    this.bindings = bindings;
    this.number = number;
  }

  /// Pushes the value of an expression of either type; a condition as 0 or 1.
  void value(Expr expr) {
    switch (expr.type()) {
      case REAL -> number(expr);
      case TRUTH -> truth(expr);
    }
  }

  private void truth(Expr condition) {
    switch (condition) {
      case Expr.Truth(boolean value) -> code.integer(value ? 1 : 0);
      case Expr.Use(var local) -> code.load(bindings.of(local));
      case Expr.Read(Slot slot) -> readTruth(slot);
      default ->
          code.choose(
              toNo -> jump(condition, false, toNo), () -> code.integer(1), () -> code.integer(0));
    }
  }

  /// Pushes a number.
  void number(Expr expr) {
    switch (expr) {
      case Expr.Constant(double value) -> code.number(number, value);
      case Expr.Read(Slot slot) -> read(slot);
      case Expr.Use(var local) -> code.load(bindings.of(local));
      case Expr.Unary(var operator, Expr x) -> unary(operator, x);
      case Expr.Binary(var operator, Expr x, Expr y) -> binary(operator, x, y);
      case Expr.MultiplyAdd(Expr a, Expr b, Expr c) -> {
        number(a);
        number(b);
        number(c);
        code.call(MATH, "fma", number.type(), number.type(), number.type(), number.type());
      }
      case Expr.Call(var function, var arguments) -> call(function, arguments);
      case Expr.Select(Expr condition, Expr yes, Expr no) ->
          code.choose(toNo -> jump(condition, false, toNo), () -> number(yes), () -> number(no));
      case Expr.Truth _, Expr.Compare _, Expr.Logic _, Expr.Not _ ->
          throw new CompilerBug("a condition stands where a number belongs: " + expr);
    }
  }

  private void read(Slot slot) {
    switch (slot.extent()) {
      case SCALAR -> code.load(bindings.scalar(slot));
      case ELEMENT -> {
        code.load(bindings.array(slot));
        code.load(bindings.element());
        code.loadElement(number.type());
      }
      case SYNAPSE -> bindings.loadWeight();
    }
  }

  private void readTruth(Slot slot) {
    code.load(bindings.array(slot));
    code.load(bindings.element());
    code.loadElement(Type.BOOLEAN_TYPE);
  }

  private void unary(UnaryOperator operator, Expr x) {
    number(x);
    switch (operator) {
      case NEGATE -> code.negate();
      case ABS -> code.call(MATH, "abs", number.type(), number.type());
      case SQRT -> inDouble("sqrt");
      case FLOOR -> inDouble("floor");
      case CEIL -> inDouble("ceil");
      case ROUND -> inDouble("rint");
    }
  }

  /// These four give the correctly rounded single-precision result when computed in double precision and rounded.
  private void inDouble(String function) {
    code.convert(DOUBLE_TYPE);
    code.call(MATH, function, DOUBLE_TYPE, DOUBLE_TYPE);
    code.convert(number.type());
  }

  private void binary(BinaryOperator operator, Expr x, Expr y) {
    switch (operator) {
      case ADD -> operate(Opcodes.IADD, x, y);
      case SUBTRACT -> operate(Opcodes.ISUB, x, y);
      case MULTIPLY -> operate(Opcodes.IMUL, x, y);
      case DIVIDE -> operate(Opcodes.IDIV, x, y);
      case MIN -> code.scope(() -> pick(Comparison.LESS, x, y));
      case MAX -> code.scope(() -> pick(Comparison.GREATER, x, y));
    }
  }

  private void operate(int opcode, Expr x, Expr y) {
    number(x);
    number(y);
    code.operate(opcode);
  }

  /// `x op y ? x : y`, each computed once.
  private void pick(Comparison operator, Expr x, Expr y) {
    Variable left = held(x);
    Variable right = held(y);
    code.choose(
        toNo -> {
          code.load(left);
          code.load(right);
          code.jumpOnComparison(operator, false, toNo);
        },
        () -> code.load(left),
        () -> code.load(right));
  }

  private Variable held(Expr x) {
    if (x instanceof Expr.Use(var local)) {
      return bindings.of(local);
    }
    number(x);
    return code.storeNew(number.type());
  }

  private void call(MathFunction function, List<Expr> arguments) {
    arguments.forEach(this::number);
    Type[] types = new Type[arguments.size()];
    Arrays.fill(types, number.type());
    code.call(number.functions(), function.method(), number.type(), types);
  }

  /// Jumps where the condition is `outcome`, else goes on.
  void jump(Expr condition, boolean outcome, Label target) {
    switch (condition) {
      case Expr.Truth(boolean value) -> {
        code.integer(value ? 1 : 0);
        code.jumpOnTruth(outcome, target);
      }
      case Expr.Use(var local) -> {
        code.load(bindings.of(local));
        code.jumpOnTruth(outcome, target);
      }
      case Expr.Read(Slot slot) -> {
        readTruth(slot);
        code.jumpOnTruth(outcome, target);
      }
      case Expr.Compare(var operator, Expr x, Expr y) -> {
        number(x);
        number(y);
        code.jumpOnComparison(operator, outcome, target);
      }
      case Expr.Not(Expr x) -> jump(x, !outcome, target);
      case Expr.Logic(var operator, Expr x, Expr y) -> {
        // AND jumps early when false, OR when true; the other outcome needs both sides
        boolean early = operator == LogicOperator.OR;
        if (outcome == early) {
          jump(x, outcome, target);
          jump(y, outcome, target);
        } else {
          code.unless(past -> jump(x, early, past), () -> jump(y, outcome, target));
        }
      }
      case Expr.Constant _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.MultiplyAdd _,
          Expr.Call _,
          Expr.Select _ ->
          throw new CompilerBug("a number stands where a condition belongs: " + condition);
    }
  }
}

package org.eimodel.compiler.numerics;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Binary;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Constant;
import org.eimodel.compiler.ir.Expr.Unary;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.ir.Slot;

/// Symbolic arithmetic that drops zeros and ones. It is used where coefficients are formed, not on what a user wrote.
public final class Algebra {
  public static final Expr ZERO = new Constant(0);
  public static final Expr ONE = new Constant(1);

  private Algebra() {}

  /// {@return `a + b`}
  public static Expr add(Expr a, Expr b) {
    return isZero(a) ? b : isZero(b) ? a : new Binary(BinaryOperator.ADD, a, b);
  }

  /// {@return `a - b`}
  public static Expr subtract(Expr a, Expr b) {
    return isZero(b) ? a : isZero(a) ? negate(b) : new Binary(BinaryOperator.SUBTRACT, a, b);
  }

  /// {@return `a * b`}
  public static Expr multiply(Expr a, Expr b) {
    if (isZero(a) || isZero(b)) {
      return ZERO;
    }
    return a.equals(ONE) ? b : b.equals(ONE) ? a : new Binary(BinaryOperator.MULTIPLY, a, b);
  }

  /// {@return `a / b`}
  public static Expr divide(Expr a, Expr b) {
    return isZero(a) ? ZERO : b.equals(ONE) ? a : new Binary(BinaryOperator.DIVIDE, a, b);
  }

  /// {@return `-a`}
  public static Expr negate(Expr a) {
    return a instanceof Constant(double value) ? new Constant(value == 0 ? 0 : -value) : new Unary(UnaryOperator.NEGATE, a);
  }

  /// {@return whether it is the constant 0}
  public static boolean isZero(Expr a) {
    return a instanceof Constant(double value) && value == 0;
  }

  /// {@return whether a slot that passes the test is read}
  public static boolean reads(Expr expr, Predicate<Slot> test) {
    return reads(expr, test, new IdentityHashMap<>());
  }

  private static boolean reads(Expr expr, Predicate<Slot> test, Map<Expr, Boolean> known) {
    if (expr instanceof Expr.Read(Slot slot)) {
      return test.test(slot);
    }
    Boolean before = known.get(expr);
    if (before != null) {
      return before;
    }
    boolean result = Parts.of(expr).stream().anyMatch(part -> reads(part, test, known));
    known.put(expr, result);
    return result;
  }

  /// {@return whether the value is fixed before the run: it reads parameters and coefficients alone, and not what each
  /// synapse has of its own}
  public static boolean isFixed(Expr expr) {
    return !reads(
        expr,
        slot ->
            switch (slot.kind()) {
              case PARAMETER, COEFFICIENT -> slot.perSynapse();
              case STATE, INPUT, TIME, ACTIVE -> true;
            });
  }
}

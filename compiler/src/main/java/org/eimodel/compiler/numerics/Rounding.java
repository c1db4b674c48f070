package org.eimodel.compiler.numerics;

import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Binary;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Constant;
import org.eimodel.compiler.ir.Expr.MultiplyAdd;
import org.eimodel.compiler.units.Dimension;

/// Rewrites of one operation that change its rounding, for speed:
///
/// ```text
/// x / d          ->  x * (1 / d)      where d is fixed before the run
/// c1 op c2       ->  c                constants, in double precision
/// a * b + c      ->  fma(a, b, c)
/// a * b - c      ->  fma(a, b, -c)
/// c - a * b      ->  fma(-a, b, c)
/// ```
final class Rounding {
  private final SlotTable slots;

  Rounding(SlotTable slots) {
    this.slots = slots;
  }

  /// {@return the rewritten operation; its operands have been rewritten before}
  Expr apply(Expr expr) {
    if (!(expr instanceof Binary(BinaryOperator operator, Expr left, Expr right))) {
      return expr;
    }
    if (left instanceof Constant(double a) && right instanceof Constant(double b)) {
      return new Constant(fold(operator, a, b));
    }
    return switch (operator) {
      case DIVIDE -> Algebra.isFixed(right) && !uses(right) ? divide(left, right) : expr;
      case ADD ->
          left instanceof Binary(BinaryOperator inner, Expr a, Expr b) && inner == BinaryOperator.MULTIPLY
              ? new MultiplyAdd(a, b, right)
              : right instanceof Binary(BinaryOperator inner, Expr a, Expr b) && inner == BinaryOperator.MULTIPLY
                  ? new MultiplyAdd(a, b, left)
                  : expr;
      case SUBTRACT ->
          left instanceof Binary(BinaryOperator inner, Expr a, Expr b) && inner == BinaryOperator.MULTIPLY
              ? new MultiplyAdd(a, b, Algebra.negate(right))
              : right instanceof Binary(BinaryOperator inner, Expr a, Expr b) && inner == BinaryOperator.MULTIPLY
                  ? new MultiplyAdd(Algebra.negate(a), b, left)
                  : expr;
      case MULTIPLY, MIN, MAX -> expr;
    };
  }

  private Expr divide(Expr left, Expr right) {
    if (right instanceof Constant(double value)) {
      return new Binary(BinaryOperator.MULTIPLY, left, new Constant(1 / value));
    }
    CoefficientRule reciprocal = new CoefficientRule.Formula(Algebra.divide(Algebra.ONE, right));
    String name = right instanceof Expr.Read(var slot) ? "1/" + slot.name() : "1/...";
    return new Binary(BinaryOperator.MULTIPLY, left, slots.coefficient(name, reciprocal, Dimension.NONE));
  }

  private static boolean uses(Expr expr) {
    return expr instanceof Expr.Use || Parts.of(expr).stream().anyMatch(Rounding::uses);
  }

  private static double fold(BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case MIN -> a < b ? a : b;
      case MAX -> a > b ? a : b;
    };
  }
}

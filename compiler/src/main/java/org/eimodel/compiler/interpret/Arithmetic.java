package org.eimodel.compiler.interpret;

import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;

/// Every operation of the IR on numbers of one precision.
///
/// A number of either precision travels as a `double`. In single precision each operation is done in `float`: it takes
/// numbers that a `float` holds and gives one.
public record Arithmetic(Precision precision) {

  /// {@return the nearest number of this precision}
  public double constant(double value) {
    return precision.round(value);
  }

  /// {@return the operator's value}
  public double unary(UnaryOperator operator, double x) {
    return switch (operator) {
      case NEGATE -> -x;
      case ABS -> Math.abs(x);
      case SQRT -> precision.round(Math.sqrt(x));
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case ROUND -> Math.rint(x);
    };
  }

  /// {@return the operator's value}
  public double binary(BinaryOperator operator, double x, double y) {
    return switch (precision) {
      case SINGLE -> binary(operator, (float) x, (float) y);
      case DOUBLE ->
          switch (operator) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case MIN -> x < y ? x : y;
            case MAX -> x > y ? x : y;
          };
    };
  }

  private static float binary(BinaryOperator operator, float x, float y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case MIN -> x < y ? x : y;
      case MAX -> x > y ? x : y;
    };
  }

  /// {@return `a * b + c`, rounded once}
  public double multiplyAdd(double a, double b, double c) {
    return switch (precision) {
      case SINGLE -> Math.fma((float) a, (float) b, (float) c);
      case DOUBLE -> Math.fma(a, b, c);
    };
  }

  /// {@return the function's value}
  public double call(MathFunction function, double... arguments) {
    return switch (precision) {
      case SINGLE -> ElementaryFunctions.inSingle(function, arguments);
      case DOUBLE -> ElementaryFunctions.inDouble(function, arguments);
    };
  }

  /// {@return whether the comparison holds; it is the same question in both precisions}
  public boolean compare(Comparison operator, double x, double y) {
    return switch (operator) {
      case LESS -> x < y;
      case LESS_EQUAL -> x <= y;
      case GREATER -> x > y;
      case GREATER_EQUAL -> x >= y;
      case EQUAL -> x == y;
      case NOT_EQUAL -> x != y;
    };
  }

  /// {@return the joined condition}
  public boolean logic(LogicOperator operator, boolean x, boolean y) {
    return switch (operator) {
      case AND -> x && y;
      case OR -> x || y;
    };
  }
}

package org.eimodel.runtime.random;

import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;

/// The value of a formula by the functions of `java.lang.Math`: independent of everything that the compiler does.
///
/// @param symbols values of symbols that are not a `let` of a template
record LiteralFormula(ToDoubleFunction<Symbol> symbols) {

  boolean holds(Formula formula) {
    return value(formula) != 0;
  }

  double value(Formula formula) {
    return switch (formula) {
      case Formula.Literal literal -> literal.value();
      case Formula.TruthLiteral truth -> truth.value() ? 1 : 0;
      case Formula.Reference(Symbol symbol, _) -> symbols.applyAsDouble(symbol);
      case Formula.Unary unary ->
          switch (unary.operator()) {
            case NEGATE -> -value(unary.operand());
            case NOT -> holds(unary.operand()) ? 0 : 1;
          };
      case Formula.Binary binary -> binary(binary);
      case Formula.Call call -> call(call);
      case Formula.Conditional choice ->
          holds(choice.condition()) ? value(choice.yes()) : value(choice.no());
      case Formula.LabelLiteral _, Formula.Element _, Formula.SizeOf _, Formula.Broken _ ->
          throw new IllegalArgumentException("not in a template: " + formula);
    };
  }

  private double binary(Formula.Binary binary) {
    double a = value(binary.left());
    double b = value(binary.right());
    return switch (binary.operator()) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> Math.pow(a, b);
      case LESS -> truth(a < b);
      case LESS_EQUAL -> truth(a <= b);
      case GREATER -> truth(a > b);
      case GREATER_EQUAL -> truth(a >= b);
      case EQUAL -> truth(a == b);
      case NOT_EQUAL -> truth(a != b);
      case AND -> truth(a != 0 && b != 0);
      case OR -> truth(a != 0 || b != 0);
    };
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private double call(Formula.Call call) {
    double[] x = call.arguments().stream().mapToDouble(this::value).toArray();
    return switch (call.function()) {
      case EXP -> Math.exp(x[0]);
      case LN, LOG -> Math.log(x[0]);
      case EXPM1 -> Math.expm1(x[0]);
      case EXPREL -> exprel(x[0]);
      case LOG1P -> Math.log1p(x[0]);
      case SIN -> Math.sin(x[0]);
      case COS -> Math.cos(x[0]);
      case TAN -> Math.tan(x[0]);
      case SINH -> Math.sinh(x[0]);
      case COSH -> Math.cosh(x[0]);
      case TANH -> Math.tanh(x[0]);
      case SQRT -> Math.sqrt(x[0]);
      case ABS -> Math.abs(x[0]);
      case MIN -> least(x[0], x[1]);
      case MAX -> greatest(x[0], x[1]);
      case CLIP -> least(greatest(x[0], x[1]), x[2]);
      case FLOOR -> Math.floor(x[0]);
      case CEIL -> Math.ceil(x[0]);
      case ROUND -> Math.rint(x[0]);
    };
  }

  /// Where the first is not a number, the second: as the IR defines it.
  private static double least(double x, double y) {
    return x < y ? x : y;
  }

  private static double greatest(double x, double y) {
    return x > y ? x : y;
  }

  static double exprel(double x) {
    return x == 0 ? 1 : Math.expm1(x) / x;
  }
}

package org.eimodel.compiler.instantiate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.syntax.Expression;

/// The value of a formula before the run, in base units and double precision. Conditions are 1 and 0, labels their
/// position.
///
/// @param symbols the value of a symbol that is not a `let`
/// @param sizes the size of a population
record Evaluator(ToDoubleFunction<Symbol> symbols, Sizes sizes) {

  /// Gives the size of a population that a formula names, with labels already evaluated.
  @FunctionalInterface
  interface Sizes {
    double of(PopulationReference population, int[] labels);
  }

  double value(Formula formula) {
    return switch (formula) {
      case Formula.Literal literal -> literal.value();
      case Formula.TruthLiteral truth -> truth.value() ? 1 : 0;
      case Formula.LabelLiteral label -> label.position();
      case Formula.Reference(Symbol.Let let, var span) -> value(let.value());
      case Formula.Reference(Symbol symbol, var span) -> symbols.applyAsDouble(symbol);
      case Formula.Element element -> element.table().at(labels(element.labels()));
      case Formula.SizeOf size -> sizes.of(size.population(), labels(size.population().labels()));
      case Formula.Unary unary ->
          switch (unary.operator()) {
            case NEGATE -> -value(unary.operand());
            case NOT -> value(unary.operand()) == 0 ? 1 : 0;
          };
      case Formula.Binary binary -> binary(binary.operator(), value(binary.left()), value(binary.right()));
      case Formula.Call call -> call(call);
      case Formula.Conditional c -> value(c.condition()) != 0 ? value(c.yes()) : value(c.no());
      case Formula.Broken broken -> throw new IllegalStateException("an error was not reported: " + broken.span());
    };
  }

  boolean holds(Formula condition) {
    return value(condition) != 0;
  }

  int[] labels(List<Formula> labels) {
    int[] positions = new int[labels.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (int) value(labels.get(i));
    }
    return positions;
  }

  private static double binary(Expression.BinaryOperator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> power(a, b);
      case LESS -> a < b ? 1 : 0;
      case LESS_EQUAL -> a <= b ? 1 : 0;
      case GREATER -> a > b ? 1 : 0;
      case GREATER_EQUAL -> a >= b ? 1 : 0;
      case EQUAL -> a == b ? 1 : 0;
      case NOT_EQUAL -> a != b ? 1 : 0;
      case AND -> a != 0 && b != 0 ? 1 : 0;
      case OR -> a != 0 || b != 0 ? 1 : 0;
    };
  }

  private static double power(double base, double exponent) {
    if (exponent == Math.rint(exponent) && Math.abs(exponent) <= 16) {
      double product = 1;
      for (int i = 0; i < Math.abs(exponent); i++) {
        product *= base;
      }
      return exponent < 0 ? 1 / product : product;
    }
    return exponent == 0.5 ? Math.sqrt(base) : DoubleFunctions.pow(base, exponent);
  }

  private double call(Formula.Call call) {
    double x = value(call.arguments().getFirst());
    return switch (call.function()) {
      case EXP -> DoubleFunctions.exp(x);
      case LN, LOG -> DoubleFunctions.log(x);
      case EXPM1 -> DoubleFunctions.expm1(x);
      case EXPREL -> DoubleFunctions.exprel(x);
      case LOG1P -> DoubleFunctions.log1p(x);
      case SIN -> DoubleFunctions.sin(x);
      case COS -> DoubleFunctions.cos(x);
      case TAN -> DoubleFunctions.tan(x);
      case SINH -> DoubleFunctions.sinh(x);
      case COSH -> DoubleFunctions.cosh(x);
      case TANH -> DoubleFunctions.tanh(x);
      case SQRT -> Math.sqrt(x);
      case ABS -> Math.abs(x);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case ROUND -> Math.rint(x);
      case MIN -> minimum(x, second(call));
      case MAX -> maximum(x, second(call));
      case CLIP -> minimum(maximum(x, second(call)), value(call.arguments().get(2)));
    };
  }

  private double second(Formula.Call call) {
    return value(call.arguments().get(1));
  }

  private static double minimum(double a, double b) {
    return a < b ? a : b;
  }

  private static double maximum(double a, double b) {
    return a > b ? a : b;
  }
}

package org.eimodel.compiler.lower;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.model.BuiltinFunction;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.syntax.Expression;

/// Formulas of a template to expressions over slots.
final class FormulaLowering {
  private static final int LARGEST_PRODUCT = 16;

  private final Function<Symbol, Expr> symbols;
  private final Map<Symbol, Expr> known = new HashMap<>();
  private final Map<Expr, String> named;

  /// @param symbols what stands for a symbol that is not a `let`
  /// @param named where expressions that the model names are noted, so that each is computed once
  FormulaLowering(Function<Symbol, Expr> symbols, IdentityHashMap<Expr, String> named) {
    this.symbols = symbols;
    this.named = named;
  }

  /// From here on a name of a block stands for this expression.
  void bind(Symbol symbol, Expr expr) {
    known.put(symbol, expr);
  }

  Expr lower(Formula formula) {
    return switch (formula) {
      case Formula.Literal literal -> new Expr.Constant(literal.value());
      case Formula.TruthLiteral truth -> new Expr.Truth(truth.value());
      case Formula.Reference(Symbol symbol, var span) -> symbol(symbol);
      case Formula.Element element ->
          new Expr.Constant(
              element.table().at(
                  element.labels().stream().mapToInt(label -> ((Formula.LabelLiteral) label).position()).toArray()));
      case Formula.Unary unary ->
          switch (unary.operator()) {
            case NEGATE -> new Expr.Unary(Expr.UnaryOperator.NEGATE, lower(unary.operand()));
            case NOT -> new Expr.Not(lower(unary.operand()));
          };
      case Formula.Binary binary -> binary(binary);
      case Formula.Call call -> call(call);
      case Formula.Conditional c -> new Expr.Select(lower(c.condition()), lower(c.yes()), lower(c.no()));
      case Formula.LabelLiteral label -> throw notInTemplate(label);
      case Formula.SizeOf size -> throw notInTemplate(size);
      case Formula.Broken broken -> throw notInTemplate(broken);
    };
  }

  private static IllegalStateException notInTemplate(Formula formula) {
    return new IllegalStateException("the checker lets no such formula into a template: " + formula.span());
  }

  private Expr symbol(Symbol symbol) {
    Expr expr = known.get(symbol);
    if (expr == null) {
      if (symbol instanceof Symbol.Let let) {
        expr = lower(let.value());
        if (!(expr instanceof Expr.Read || expr instanceof Expr.Constant)) {
          named.put(expr, let.name());
        }
      } else {
        expr = symbols.apply(symbol);
      }
      known.put(symbol, expr);
    }
    return expr;
  }

  private Expr binary(Formula.Binary binary) {
    return switch (binary.operator()) {
      case ADD -> arithmetic(Expr.BinaryOperator.ADD, binary);
      case SUBTRACT -> arithmetic(Expr.BinaryOperator.SUBTRACT, binary);
      case MULTIPLY -> arithmetic(Expr.BinaryOperator.MULTIPLY, binary);
      case DIVIDE -> arithmetic(Expr.BinaryOperator.DIVIDE, binary);
      case POWER -> power(lower(binary.left()), binary.right());
      case LESS -> compare(Expr.Comparison.LESS, binary);
      case LESS_EQUAL -> compare(Expr.Comparison.LESS_EQUAL, binary);
      case GREATER -> compare(Expr.Comparison.GREATER, binary);
      case GREATER_EQUAL -> compare(Expr.Comparison.GREATER_EQUAL, binary);
      case EQUAL -> compare(Expr.Comparison.EQUAL, binary);
      case NOT_EQUAL -> compare(Expr.Comparison.NOT_EQUAL, binary);
      case AND -> new Expr.Logic(Expr.LogicOperator.AND, lower(binary.left()), lower(binary.right()));
      case OR -> new Expr.Logic(Expr.LogicOperator.OR, lower(binary.left()), lower(binary.right()));
    };
  }

  private Expr arithmetic(Expr.BinaryOperator operator, Formula.Binary binary) {
    return new Expr.Binary(operator, lower(binary.left()), lower(binary.right()));
  }

  private Expr compare(Expr.Comparison operator, Formula.Binary binary) {
    return new Expr.Compare(operator, lower(binary.left()), lower(binary.right()));
  }

  /// A small whole exponent becomes products: `m^3` is `(m * m) * m`.
  private Expr power(Expr base, Formula exponent) {
    OptionalDouble value = constant(exponent);
    if (value.isPresent()) {
      double power = value.getAsDouble();
      if (power == 0.5) {
        return new Expr.Unary(Expr.UnaryOperator.SQRT, base);
      }
      if (power == Math.rint(power) && power != 0 && Math.abs(power) <= LARGEST_PRODUCT) {
        Expr product = product(base, (int) Math.abs(power));
        return power > 0 ? product : new Expr.Binary(Expr.BinaryOperator.DIVIDE, new Expr.Constant(1), product);
      }
    }
    return new Expr.Call(MathFunction.POW, List.of(base, lower(exponent)));
  }

  private static Expr product(Expr base, int power) {
    if (power == 1) {
      return base;
    }
    Expr half = product(base, power / 2);
    Expr square = new Expr.Binary(Expr.BinaryOperator.MULTIPLY, half, half);
    return power % 2 == 0 ? square : new Expr.Binary(Expr.BinaryOperator.MULTIPLY, square, base);
  }

  private static OptionalDouble constant(Formula formula) {
    return switch (formula) {
      case Formula.Literal literal -> OptionalDouble.of(literal.value());
      case Formula.Unary unary when unary.operator() == Expression.UnaryOperator.NEGATE -> {
        OptionalDouble value = constant(unary.operand());
        yield value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
      }
      default -> OptionalDouble.empty();
    };
  }

  private Expr call(Formula.Call call) {
    List<Expr> arguments = call.arguments().stream().map(this::lower).toList();
    BuiltinFunction function = call.function();
    return switch (function) {
      case EXP -> new Expr.Call(MathFunction.EXP, arguments);
      case LN, LOG -> new Expr.Call(MathFunction.LOG, arguments);
      case EXPM1 -> new Expr.Call(MathFunction.EXPM1, arguments);
      case EXPREL -> new Expr.Call(MathFunction.EXPREL, arguments);
      case LOG1P -> new Expr.Call(MathFunction.LOG1P, arguments);
      case SIN -> new Expr.Call(MathFunction.SIN, arguments);
      case COS -> new Expr.Call(MathFunction.COS, arguments);
      case TAN -> new Expr.Call(MathFunction.TAN, arguments);
      case SINH -> new Expr.Call(MathFunction.SINH, arguments);
      case COSH -> new Expr.Call(MathFunction.COSH, arguments);
      case TANH -> new Expr.Call(MathFunction.TANH, arguments);
      case SQRT -> new Expr.Unary(Expr.UnaryOperator.SQRT, arguments.getFirst());
      case ABS -> new Expr.Unary(Expr.UnaryOperator.ABS, arguments.getFirst());
      case FLOOR -> new Expr.Unary(Expr.UnaryOperator.FLOOR, arguments.getFirst());
      case CEIL -> new Expr.Unary(Expr.UnaryOperator.CEIL, arguments.getFirst());
      case ROUND -> new Expr.Unary(Expr.UnaryOperator.ROUND, arguments.getFirst());
      case MIN -> new Expr.Binary(Expr.BinaryOperator.MIN, arguments.get(0), arguments.get(1));
      case MAX -> new Expr.Binary(Expr.BinaryOperator.MAX, arguments.get(0), arguments.get(1));
      case CLIP ->
          new Expr.Binary(
              Expr.BinaryOperator.MIN,
              new Expr.Binary(Expr.BinaryOperator.MAX, arguments.get(0), arguments.get(1)),
              arguments.get(2));
    };
  }
}

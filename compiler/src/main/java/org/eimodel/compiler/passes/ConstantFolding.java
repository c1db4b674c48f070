package org.eimodel.compiler.passes;

import java.util.List;
import org.eimodel.compiler.interpret.Arithmetic;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Constant;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Traversal;
import org.jspecify.annotations.Nullable;

/// Computes what is known, as the interpreter would:
///
/// - `2 * 3 -> 6`, `exp(0) -> 1`, `1 < 2 -> true`
/// - `x * 1`, `x / 1`, `x - 0`, `x + -0`, `-(-x)` `-> x`; `|-x| -> |x|`; `x * -1`, `x / -1` `-> -x`
/// - `x + -y -> x - y`, `-x + y -> y - x`, `x - -y -> x + y`
/// - `5 + (-x - y) -> 5 - (x + y)`, for every constant but zero: to that, the sign of a zero makes no difference
/// - `fma(1, b, c) -> b + c`, `fma(-1, b, c) -> c - b`, and the same for the second factor
///
/// `x + 0` stays: it turns -0 into +0. So does `x * 0`: `x` may be infinite.
record ConstantFolding() implements Pass {
  @Override
  public String name() {
    return "constant-folding";
  }

  @Override
  public Kernel apply(Kernel kernel, Precision precision) {
    Folding folding = new Folding(new Arithmetic(precision));
    return kernel.with(
        Traversal.mapAllValues(kernel.preamble(), folding::rewrite),
        Traversal.mapAllValues(kernel.body(), folding::rewrite));
  }

  private record Folding(Arithmetic arithmetic) {
    Expr rewrite(Expr expr) {
      return Traversal.rewrite(expr, this::fold);
    }

    private Expr fold(Expr expr) {
      List<Expr> operands = Traversal.operands(expr);
      boolean known = !operands.isEmpty() && operands.stream().allMatch(Constant.class::isInstance);
      return known ? compute(expr, operands) : simplify(expr);
    }

    private Expr compute(Expr expr, List<Expr> operands) {
      double[] x =
          operands.stream()
              .mapToDouble(operand -> arithmetic.constant(((Constant) operand).value()))
              .toArray();
      return switch (expr) {
        case Expr.Unary unary -> new Constant(arithmetic.unary(unary.operator(), x[0]));
        case Expr.Binary binary -> new Constant(arithmetic.binary(binary.operator(), x[0], x[1]));
        case Expr.MultiplyAdd _ -> new Constant(arithmetic.multiplyAdd(x[0], x[1], x[2]));
        case Expr.Call call -> new Constant(arithmetic.call(call.function(), x));
        case Expr.Compare compare ->
            new Expr.Truth(arithmetic.compare(compare.operator(), x[0], x[1]));
        case Expr.Constant _,
            Expr.Truth _,
            Expr.Read _,
            Expr.Use _,
            Expr.Logic _,
            Expr.Not _,
            Expr.Select _ ->
            expr;
      };
    }

    private Expr simplify(Expr expr) {
      return switch (expr) {
        case Expr.Binary(var operator, Expr x, Expr y) -> binary(operator, x, y, expr);
        case Expr.Unary(var operator, Expr.Unary(var inner, Expr x))
            when inner == UnaryOperator.NEGATE ->
            switch (operator) {
              case NEGATE -> x;
              case ABS -> new Expr.Unary(UnaryOperator.ABS, x);
              case SQRT, FLOOR, CEIL, ROUND -> expr;
            };
        case Expr.MultiplyAdd(Expr a, Expr b, Expr c) when is(a, 1) -> sum(b, c);
        case Expr.MultiplyAdd(Expr a, Expr b, Expr c) when is(b, 1) -> sum(a, c);
        case Expr.MultiplyAdd(Expr a, Expr b, Expr c) when is(a, -1) -> difference(c, b);
        case Expr.MultiplyAdd(Expr a, Expr b, Expr c) when is(b, -1) -> difference(c, a);
        default -> expr;
      };
    }

    private Expr binary(BinaryOperator operator, Expr x, Expr y, Expr whole) {
      if (neutral(operator, y)) {
        return x;
      }
      return switch (operator) {
        case ADD -> {
          if (negated(y) instanceof Expr z) {
            yield difference(x, z);
          }
          if (negated(x) instanceof Expr z) {
            yield difference(y, z);
          }
          if (negatedSum(y) instanceof Expr z && isNotZero(x)) {
            yield difference(x, z);
          }
          yield negatedSum(x) instanceof Expr z && isNotZero(y) ? difference(y, z) : whole;
        }
        case SUBTRACT -> negated(y) instanceof Expr z ? sum(x, z) : whole;
        case MULTIPLY -> is(x, 1) ? y : is(x, -1) ? minus(y) : is(y, -1) ? minus(x) : whole;
        case DIVIDE -> is(y, -1) ? minus(x) : whole;
        case MIN, MAX -> whole;
      };
    }

    private static Expr sum(Expr x, Expr y) {
      return new Expr.Binary(BinaryOperator.ADD, x, y);
    }

    private static Expr difference(Expr x, Expr y) {
      return new Expr.Binary(BinaryOperator.SUBTRACT, x, y);
    }

    /// {@return `-x`, or `x` where it is a negation already}
    private static Expr minus(Expr x) {
      return negated(x) instanceof Expr y ? y : new Expr.Unary(UnaryOperator.NEGATE, x);
    }

    /// {@return `x` of `-x`; null of anything else}
    private static @Nullable Expr negated(Expr expr) {
      return expr instanceof Expr.Unary(var sign, Expr x) && sign == UnaryOperator.NEGATE ? x : null;
    }

    /// {@return `x + y` of `-x - y`, which is `-(x + y)` but for the sign of a zero; null of anything else}
    private static @Nullable Expr negatedSum(Expr expr) {
      return expr instanceof Expr.Binary(var operator, Expr minusX, Expr y)
              && operator == BinaryOperator.SUBTRACT
              && negated(minusX) instanceof Expr x
          ? sum(x, y)
          : null;
    }

    private boolean isNotZero(Expr expr) {
      return expr instanceof Constant(double value) && arithmetic.constant(value) != 0;
    }

    /// {@return whether `x op y` is `x` for every number `x`}
    private boolean neutral(BinaryOperator operator, Expr y) {
      return switch (operator) {
        case ADD -> is(y, -0.0);
        case SUBTRACT -> is(y, 0.0);
        case MULTIPLY, DIVIDE -> is(y, 1);
        case MIN, MAX -> false;
      };
    }

    private boolean is(Expr expr, double number) {
      return expr instanceof Constant(double value)
          && Double.compare(arithmetic.constant(value), number) == 0;
    }
  }
}

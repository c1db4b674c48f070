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

/// Computes what is known, as the interpreter would:
///
/// - `2 * 3 -> 6`, `exp(0) -> 1`, `1 < 2 -> true`
/// - `x * 1`, `x / 1`, `x - 0`, `x + -0`, `-(-x)` `-> x`; `|-x| -> |x|`
/// - `fma(1, b, c) -> b + c`, `fma(a, 1, c) -> a + c`
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
      boolean known =
          !operands.isEmpty() && operands.stream().allMatch(Constant.class::isInstance);
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
        case Expr.Flush _ -> new Constant(arithmetic.flush(x[0]));
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
        case Expr.Binary(var operator, Expr x, Expr y) when neutral(operator, y) -> x;
        case Expr.Binary(var operator, Expr x, Expr y)
            when operator == BinaryOperator.MULTIPLY && is(x, 1) ->
            y;
        case Expr.Unary(var operator, Expr.Unary(var inner, Expr x))
            when inner == UnaryOperator.NEGATE && operator == UnaryOperator.NEGATE ->
            x;
        case Expr.Unary(var operator, Expr.Unary(var inner, Expr x))
            when inner == UnaryOperator.NEGATE && operator == UnaryOperator.ABS ->
            new Expr.Unary(UnaryOperator.ABS, x);
        case Expr.MultiplyAdd(Expr a, Expr b, Expr c) when is(a, 1) ->
            new Expr.Binary(BinaryOperator.ADD, b, c);
        case Expr.MultiplyAdd(Expr a, Expr b, Expr c) when is(b, 1) ->
            new Expr.Binary(BinaryOperator.ADD, a, c);
        default -> expr;
      };
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

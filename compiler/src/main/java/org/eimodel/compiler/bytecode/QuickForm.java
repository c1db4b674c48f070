package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Type;
import org.eimodel.numeric.ExprelNearZero;
import org.eimodel.syntax.Span;

/// Writes out the calls of `exprel` in a straight line, as they are for arguments near zero, so that everything fits one
/// loop and nothing waits in memory. A check fails where an argument lies elsewhere: a false alarm, as lanes allow it, after
/// which another form of the kernel goes on.
///
/// `let y = exprel(x)` -> `let rest = ...; let y = (rest * x + 0.5) * x + 1`, and
/// `check finite a, b` -> `check (b + a) * 0 + x * x < 0.625 * 0.625`: a condition in a check must hold, and what is not finite
/// makes it NaN
final class QuickForm {
  private final Precision precision;
  private final List<Statement> body = new ArrayList<>();
  private final Uniform uniform;
  private final List<Expr> squares = new ArrayList<>();
  private boolean bounded;

  /// Where the last check after the last call is; -1 for nowhere.
  private int check = -1;

  private int nextLocal;

  private QuickForm(Kernel kernel, Precision precision) {
    this.precision = precision;
    this.uniform = Uniform.of(kernel);
    this.nextLocal = kernel.firstFreeLocal();
  }

  /// {@return the quick form of a straight line; empty where it calls nothing, or anything else}
  static Optional<Kernel> of(Kernel kernel, Precision precision) {
    QuickForm form = new QuickForm(kernel, precision);
    for (Statement statement : kernel.body()) {
      if (statement instanceof Statement.Let(var result, Expr.Call(var function, var arguments), Span span)) {
        if (function != MathFunction.EXPREL) {
          return Optional.empty();
        }
        form.writeOut(result, arguments.getFirst(), span);
      } else {
        form.add(statement);
      }
    }
    return form.squares.isEmpty()
        ? Optional.empty()
        : Optional.of(kernel.with(kernel.preamble(), form.body));
  }

  private void add(Statement statement) {
    switch (statement) {
      case Statement.CheckFinite _ -> check = body.size();
      case Statement.Store _, Statement.When _ -> bound(statement.span());
      case Statement.Let _, Statement.Declare _, Statement.Assign _, Statement.Spike _ -> {}
    }
    body.add(statement);
  }

  /// Extends the last check where all arguments are known before it, else adds one: all stores come later.
  private void bound(Span span) {
    if (squares.isEmpty() || bounded) {
      return;
    }
    bounded = true;
    if (check >= 0 && body.get(check) instanceof Statement.CheckFinite(var values, Span own)) {
      body.set(check, new Statement.CheckFinite(withBounds(values), own));
    } else {
      body.add(new Statement.CheckFinite(withBounds(List.of()), span));
    }
  }

  /// What is the same for all elements stays apart.
  private List<Expr> withBounds(List<Expr> values) {
    List<Expr> all = new ArrayList<>(values.stream().filter(uniform::holds).toList());
    List<Expr> own = values.stream().filter(value -> !uniform.holds(value)).toList();
    Expr first = squares.getFirst();
    all.add(
        isSmall(
            own.isEmpty() ? first : fma(NeededChecks.sum(own), new Expr.Constant(0), first)));
    squares.stream().skip(1).map(QuickForm::isSmall).forEach(all::add);
    return all;
  }

  /// A rounded square below that of the bound, which is exact, is that of a number below the bound.
  private static Expr isSmall(Expr square) {
    double bound = ExprelNearZero.LARGEST * ExprelNearZero.LARGEST;
    return new Expr.Compare(Comparison.LESS, square, new Expr.Constant(bound));
  }

  private void writeOut(Local result, Expr x, Span span) {
    check = -1;
    Expr x2 = let("x2", new Expr.Binary(BinaryOperator.MULTIPLY, x, x), span);
    squares.add(x2);
    Expr rest =
        switch (precision) {
          case SINGLE -> {
            Expr a = line(ExprelNearZero.FLOAT_1, x, ExprelNearZero.FLOAT_0);
            Expr b = line(ExprelNearZero.FLOAT_3, x, ExprelNearZero.FLOAT_2);
            Expr c = line(ExprelNearZero.FLOAT_5, x, ExprelNearZero.FLOAT_4);
            yield fma(fma(c, x2, b), x2, a);
          }
          case DOUBLE -> {
            Expr x4 = let("x4", new Expr.Binary(BinaryOperator.MULTIPLY, x2, x2), span);
            Expr a = line(ExprelNearZero.DOUBLE_1, x, ExprelNearZero.DOUBLE_0);
            Expr b = line(ExprelNearZero.DOUBLE_3, x, ExprelNearZero.DOUBLE_2);
            Expr c = line(ExprelNearZero.DOUBLE_5, x, ExprelNearZero.DOUBLE_4);
            Expr d = line(ExprelNearZero.DOUBLE_7, x, ExprelNearZero.DOUBLE_6);
            Expr e = line(ExprelNearZero.DOUBLE_9, x, ExprelNearZero.DOUBLE_8);
            e = fma(new Expr.Constant(ExprelNearZero.DOUBLE_10), x2, e);
            yield fma(fma(e, x4, fma(d, x2, c)), x4, fma(b, x2, a));
          }
        };
    Expr linear = fma(rest, x, new Expr.Constant(0.5));
    body.add(new Statement.Let(result, fma(linear, x, new Expr.Constant(1)), span));
  }

  private Expr let(String name, Expr value, Span span) {
    Local local = new Local(nextLocal++, name, Type.REAL);
    body.add(new Statement.Let(local, value, span));
    return new Expr.Use(local);
  }

  /// `slope x + begin`
  private static Expr line(double slope, Expr x, double begin) {
    return fma(new Expr.Constant(slope), x, new Expr.Constant(begin));
  }

  private static Expr fma(Expr a, Expr b, Expr c) {
    return new Expr.MultiplyAdd(a, b, c);
  }
}

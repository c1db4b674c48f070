package org.eimodel.compiler.passes;

import java.util.List;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Expr.Truth;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// Follows conditions that are known, or do not matter:
///
/// - `true ? x : y -> x`, `c ? x : x -> x`, `not c ? x : y -> c ? y : x`
/// - `c and true -> c`, `c or true -> true`, `c and c -> c`, `not not c -> c`
/// - `when true { a } -> a`, `when false { a } ->`
///
/// `not x < y` stays: it holds when one of them is NaN, `x >= y` does not.
record ConditionFolding() implements Pass {
  @Override
  public String name() {
    return "condition-folding";
  }

  @Override
  public Kernel apply(Kernel kernel, Precision precision) {
    return kernel.with(branches(values(kernel.preamble())), branches(values(kernel.body())));
  }

  private static List<Statement> values(List<Statement> statements) {
    return Traversal.mapAllValues(
        statements, value -> Traversal.rewrite(value, ConditionFolding::fold));
  }

  private static Expr fold(Expr expr) {
    return switch (expr) {
      case Expr.Select(Truth(boolean known), Expr yes, Expr no) -> known ? yes : no;
      case Expr.Select(_, Expr yes, Expr no) when yes.equals(no) -> yes;
      case Expr.Select(Expr.Not(Expr condition), Expr yes, Expr no) ->
          new Expr.Select(condition, no, yes);
      case Expr.Not(Truth(boolean known)) -> new Truth(!known);
      case Expr.Not(Expr.Not(Expr condition)) -> condition;
      case Expr.Logic(var operator, Truth(boolean known), Expr y) -> logic(operator, known, y);
      case Expr.Logic(var operator, Expr x, Truth(boolean known)) -> logic(operator, known, x);
      case Expr.Logic(_, Expr x, Expr y) when x.equals(y) -> x;
      default -> expr;
    };
  }

  private static Expr logic(LogicOperator operator, boolean known, Expr other) {
    return switch (operator) {
      case AND -> known ? other : new Truth(false);
      case OR -> known ? new Truth(true) : other;
    };
  }

  private static List<Statement> branches(List<Statement> statements) {
    return statements.stream()
        .map(statement -> Traversal.mapBody(statement, ConditionFolding::branches))
        .flatMap(statement ->
            statement instanceof Statement.When(Truth(boolean known), var body, _) && !spikes(body)
                ? known ? body.stream() : Stream.of()
                : Stream.of(statement))
        .toList();
  }

  /// A spike stands in a `when`, even in one that always runs.
  private static boolean spikes(List<Statement> body) {
    return body.stream().anyMatch(Statement.Spike.class::isInstance);
  }
}

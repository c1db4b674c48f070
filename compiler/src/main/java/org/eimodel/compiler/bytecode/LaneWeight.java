package org.eimodel.compiler.bytecode;

import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// How many operations of the Vector API a statement of a straight line takes.
final class LaneWeight {
  /// An elementary function, about.
  private static final int CALL = 40;

  private LaneWeight() {}

  /// {@return what an element takes; a call, which is a loop of its own, counts as [#CALL]}
  static int of(Kernel kernel) {
    int statements = Traversal.statements(kernel.body()).mapToInt(LaneWeight::of).sum();
    long calls =
        Traversal.allExpressions(kernel.body()).filter(Expr.Call.class::isInstance).count();
    return statements + (int) calls * CALL;
  }

  static int of(Statement statement) {
    int values = Traversal.values(statement).stream().mapToInt(LaneWeight::of).sum();
    return values
        + switch (statement) {
          case Statement.CheckFinite check -> check.values().size() + 1;
          case Statement.Store _ -> 1;
          case Statement.When _ -> 2;
          case Statement.Let _, Statement.Declare _, Statement.Assign _, Statement.Spike _ -> 0;
        };
  }

  static int of(Expr expr) {
    return Traversal.expressions(expr).mapToInt(LaneWeight::own).sum();
  }

  private static int own(Expr expr) {
    return switch (expr) {
      case Expr.Constant _, Expr.Truth _, Expr.Use _ -> 0;
      case Expr.Read(var slot) -> slot.perElement() ? 1 : 0;
      case Expr.Unary(var operator, _) -> rounds(operator) ? 12 : 1;
      case Expr.Binary(var operator, _, _) ->
          operator == BinaryOperator.MIN || operator == BinaryOperator.MAX ? 2 : 1;
      case Expr.MultiplyAdd _,
          Expr.Compare _,
          Expr.Logic _,
          Expr.Not _,
          Expr.Select _,
          Expr.Call _ ->
          1;
    };
  }

  private static boolean rounds(UnaryOperator operator) {
    return switch (operator) {
      case FLOOR, CEIL, ROUND -> true;
      case NEGATE, ABS, SQRT -> false;
    };
  }
}

package org.eimodel.compiler.bytecode;

import java.util.List;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// How many bytes of code an expression or statement takes at most, whatever the indices of its variables.
///
/// The real length is known only after writing, and [ClassCode] checks it; the bound decides where to cut.
final class Weight {
  /// Loading or storing a variable with a two-byte index.
  static final int VARIABLE = 4;

  /// A scalar or an array reference brought into a variable: list, position, load, cast, store.
  static final int SLOT = 3 * VARIABLE + 4;

  /// A local passed from one loop to another: load and store through the scratch array.
  static final int CROSSING = 2 * (3 * VARIABLE + 6);

  private Weight() {}

  static int of(Kernel kernel) {
    return of(kernel.preamble()) + of(kernel.body()) + SLOT * kernel.slots().size();
  }

  static int of(List<Statement> statements) {
    return Traversal.statements(statements).mapToInt(Weight::own).sum();
  }

  /// A statement without its nested body.
  private static int own(Statement statement) {
    int values = Traversal.values(statement).stream().mapToInt(Weight::of).sum();
    return values
        + switch (statement) {
          case Statement.Let _, Statement.Declare _, Statement.Assign _ -> VARIABLE;
          case Statement.When _ -> 4;
          case Statement.CheckFinite check -> 16 + 12 * check.values().size();
          case Statement.Store _ -> 2 * VARIABLE + 1;
          case Statement.Spike _ -> 12;
        };
  }

  static int of(Expr expr) {
    return Traversal.expressions(expr).mapToInt(Weight::own).sum();
  }

  private static int own(Expr expr) {
    return switch (expr) {
      case Expr.Constant _ -> 3;
      case Expr.Truth _ -> 4;
      case Expr.Use _ -> VARIABLE + 3;
      case Expr.Read _ -> 2 * VARIABLE + 1;
      case Expr.Unary _ -> 5;
      case Expr.Binary(var operator, _, _) ->
          operator == BinaryOperator.MIN || operator == BinaryOperator.MAX ? 6 * VARIABLE + 7 : 1;
      case Expr.MultiplyAdd _, Expr.Call _ -> 3;
      case Expr.Compare _ -> 12;
      case Expr.Logic _, Expr.Not _ -> 8;
      case Expr.Select _ -> 6;
    };
  }
}

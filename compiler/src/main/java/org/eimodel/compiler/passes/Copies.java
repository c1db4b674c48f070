package org.eimodel.compiler.passes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// `let x = y; f(x) -> let x = y; f(y)`, where `y` is a constant, a scalar or a local that never changes.
///
/// Numbers of the element are left where they are: they could be read after a store then.
record Copies() implements Pass {
  @Override
  public String name() {
    return "copies";
  }

  @Override
  public Kernel apply(Kernel kernel, Precision precision) {
    Map<Local, Expr> originals = new HashMap<>();
    Set<Local> assigned = Traversal.assigned(kernel.body());
    return kernel.with(
        rewrite(kernel.preamble(), originals, assigned),
        rewrite(kernel.body(), originals, assigned));
  }

  private static List<Statement> rewrite(
      List<Statement> statements, Map<Local, Expr> originals, Set<Local> assigned) {
    return statements.stream()
        .map(statement -> {
          Statement rewritten =
              Traversal.mapValues(
                  statement, value -> Traversal.rewrite(value, part -> original(part, originals)));
          if (rewritten instanceof Statement.Let(var local, var value, _)
              && lasts(value, assigned)) {
            originals.put(local, value);
          }
          return Traversal.mapBody(rewritten, body -> rewrite(body, originals, assigned));
        })
        .toList();
  }

  private static Expr original(Expr expr, Map<Local, Expr> originals) {
    return expr instanceof Expr.Use(Local local) ? originals.getOrDefault(local, expr) : expr;
  }

  private static boolean lasts(Expr value, Set<Local> assigned) {
    return switch (value) {
      case Expr.Constant _, Expr.Truth _ -> true;
      case Expr.Read(var slot) -> slot.shared();
      case Expr.Use(var local) -> !assigned.contains(local);
      default -> false;
    };
  }
}

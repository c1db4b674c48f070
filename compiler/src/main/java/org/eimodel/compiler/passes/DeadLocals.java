package org.eimodel.compiler.passes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// `let x = e ->` and `var x = e; x = f ->`, where nothing that is stored, checked or tested needs `x`; and
/// `when c { } ->`.
record DeadLocals() implements Pass {
  @Override
  public String name() {
    return "dead-locals";
  }

  @Override
  public Kernel apply(Kernel kernel, Precision precision) {
    List<Statement> everything =
        Traversal.statements(
                Stream.concat(kernel.preamble().stream(), kernel.body().stream()).toList())
            .toList();
    Set<Local> needed = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Statement statement : everything.reversed()) {
        if (matters(statement, needed)) {
          for (var value : Traversal.values(statement)) {
            more |= needed.addAll(Traversal.uses(value).toList());
          }
        }
      }
    }
    return kernel.with(keep(kernel.preamble(), needed), keep(kernel.body(), needed));
  }

  private static boolean matters(Statement statement, Set<Local> needed) {
    return switch (statement) {
      case Statement.Let let -> needed.contains(let.local());
      case Statement.Declare declare -> needed.contains(declare.local());
      case Statement.Assign assign -> needed.contains(assign.local());
      case Statement.When when -> !when.body().isEmpty();
      case Statement.CheckFinite check -> !check.values().isEmpty();
      case Statement.Store _, Statement.Spike _ -> true;
    };
  }

  private static List<Statement> keep(List<Statement> statements, Set<Local> needed) {
    return statements.stream()
        .map(statement -> Traversal.mapBody(statement, body -> keep(body, needed)))
        .filter(statement -> matters(statement, needed))
        .toList();
  }
}

package org.eimodel.compiler.passes;

import java.util.List;
import java.util.Set;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;

/// `var x = e -> let x = e`, where nothing assigns to `x`: other passes may then trust it.
record NeverAssigned() implements Pass {
  @Override
  public String name() {
    return "never-assigned";
  }

  @Override
  public Kernel apply(Kernel kernel, Precision precision) {
    return kernel.with(kernel.preamble(), settle(kernel.body(), Traversal.assigned(kernel.body())));
  }

  private static List<Statement> settle(List<Statement> statements, Set<Local> assigned) {
    return statements.stream()
        .map(statement -> Traversal.mapBody(statement, body -> settle(body, assigned)))
        .map(statement ->
            statement instanceof Statement.Declare(var local, var value, var span)
                    && !assigned.contains(local)
                ? new Statement.Let(local, value, span)
                : statement)
        .toList();
  }
}

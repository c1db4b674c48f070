package org.eimodel.compiler.passes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.syntax.Span;

/// Computes once per call what is the same for every element:
///
/// - `body: let x = tau * 2 -> preamble: let x = tau * 2`
/// - `body: let x = v * (tau * 2) -> preamble: let s = tau * 2; body: let x = v * s`
record Hoisting() implements Pass {
  @Override
  public String name() {
    return "hoisting";
  }

  @Override
  public Kernel apply(Kernel kernel, Precision precision) {
    Move move = new Move(kernel);
    List<Statement> body = move.all(kernel.body());
    return kernel.with(move.preamble, body);
  }

  private static final class Move {
    private final List<Statement> preamble;
    private final Set<Local> same = new HashSet<>();
    private final Map<Expr, Local> named = new HashMap<>();
    private int nextLocal;

    Move(Kernel kernel) {
      preamble = new ArrayList<>(kernel.preamble());
      nextLocal = kernel.firstFreeLocal();
      for (Statement statement : kernel.preamble()) {
        if (statement instanceof Statement.Let let) {
          remember(let);
        }
      }
    }

    private void remember(Statement.Let let) {
      same.add(let.local());
      named.putIfAbsent(let.value(), let.local());
    }

    List<Statement> all(List<Statement> statements) {
      List<Statement> result = new ArrayList<>();
      for (Statement statement : statements) {
        if (statement instanceof Statement.Let let && isSame(let.value())) {
          preamble.add(let);
          remember(let);
        } else {
          Statement lighter =
              Traversal.mapValues(statement, value -> lighten(value, statement.span()));
          result.add(Traversal.mapBody(lighter, this::all));
        }
      }
      return List.copyOf(result);
    }

    private Expr lighten(Expr expr, Span span) {
      if (Traversal.operands(expr).isEmpty()) {
        return expr;
      }
      if (!isSame(expr)) {
        return Traversal.mapOperands(expr, operand -> lighten(operand, span));
      }
      Local known = named.get(expr);
      if (known == null) {
        known = new Local(nextLocal++, "same", expr.type());
        Statement.Let let = new Statement.Let(known, expr, span);
        preamble.add(let);
        remember(let);
      }
      return new Expr.Use(known);
    }

    private boolean isSame(Expr expr) {
      return switch (expr) {
        case Expr.Read(var slot) -> slot.shared();
        case Expr.Use(var local) -> same.contains(local);
        default -> Traversal.operands(expr).stream().allMatch(this::isSame);
      };
    }
  }
}

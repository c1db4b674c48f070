package org.eimodel.compiler.passes;

import java.util.ArrayList;
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
import org.eimodel.syntax.Span;

/// Computes once what several expressions ask for:
///
/// - `let x = a * b; f(a * b) -> let x = a * b; f(x)`
/// - `f(a * b); g(a * b) -> let t = a * b; f(t); g(t)`
///
/// Expressions over locals that may change are left alone. What is first computed inside a `when` is shared inside it.
record CommonSubexpressions() implements Pass {
  @Override
  public String name() {
    return "common-subexpressions";
  }

  @Override
  public Kernel apply(Kernel kernel, Precision precision) {
    Sharing sharing = new Sharing(kernel);
    Map<Expr, Local> known = new HashMap<>();
    List<Statement> preamble = sharing.block(kernel.preamble(), known);
    return kernel.with(preamble, sharing.block(kernel.body(), known));
  }

  private static final class Sharing {
    private final Set<Local> assigned;
    private int nextLocal;

    Sharing(Kernel kernel) {
      assigned = Traversal.assigned(kernel.body());
      nextLocal = kernel.firstFreeLocal();
    }

    /// @param known what earlier statements computed; takes what this block computes
    List<Statement> block(List<Statement> statements, Map<Expr, Local> known) {
      Map<Expr, Integer> occurrences = new HashMap<>();
      Traversal.statements(statements)
          .flatMap(statement -> Traversal.values(statement).stream())
          .forEach(value -> count(value, occurrences));
      List<Statement> result = new ArrayList<>();
      for (Statement statement : statements) {
        Rewriting rewriting = new Rewriting(occurrences, known, result, statement.span());
        if (statement instanceof Statement.Let(var local, var value, var span)) {
          Local earlier = known.get(value);
          Expr shorter = earlier == null ? rewriting.operands(value) : new Expr.Use(earlier);
          result.add(new Statement.Let(local, shorter, span));
          if (shareable(value)) {
            known.putIfAbsent(value, local);
          }
        } else {
          Statement shorter = Traversal.mapValues(statement, rewriting::whole);
          result.add(Traversal.mapBody(shorter, body -> block(body, new HashMap<>(known))));
        }
      }
      return List.copyOf(result);
    }

    /// Counts an expression wherever it stands, and what is inside it once.
    private void count(Expr expr, Map<Expr, Integer> occurrences) {
      if (occurrences.merge(expr, 1, Integer::sum) == 1) {
        Traversal.operands(expr).forEach(operand -> count(operand, occurrences));
      }
    }

    private boolean shareable(Expr expr) {
      return !Traversal.operands(expr).isEmpty()
          && Traversal.uses(expr).noneMatch(assigned::contains);
    }

    /// Rewrites one statement's expressions; what is to be shared is named just before it.
    private final class Rewriting {
      private final Map<Expr, Integer> occurrences;
      private final Map<Expr, Local> known;
      private final List<Statement> before;
      private final Span span;

      Rewriting(
          Map<Expr, Integer> occurrences,
          Map<Expr, Local> known,
          List<Statement> before,
          Span span) {
        this.occurrences = occurrences;
        this.known = known;
        this.before = before;
        this.span = span;
      }

      Expr operands(Expr expr) {
        return Traversal.mapOperands(expr, this::whole);
      }

      Expr whole(Expr expr) {
        Local earlier = known.get(expr);
        if (earlier != null) {
          return new Expr.Use(earlier);
        }
        Expr shorter = operands(expr);
        if (occurrences.getOrDefault(expr, 0) < 2 || !shareable(expr)) {
          return shorter;
        }
        Local local = new Local(nextLocal++, "common", expr.type());
        before.add(new Statement.Let(local, shorter, span));
        known.put(expr, local);
        return new Expr.Use(local);
      }
    }
  }
}

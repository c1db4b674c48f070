package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.eimodel.syntax.Span;

/// Makes conditions and checks of a straight line wait for fewer operations. A processor works on two or three vectors at a
/// time, so that a loop takes as long as its longest chain, not as long as all its operations.
///
/// - `c and (c ? x : y) > 1` -> `c and x > 1`
/// - `check finite c ? x : s` -> `check finite x`, where `s` was finite before. What is not chosen is checked, too: a failed
///   check may be a false alarm, as lanes allow it.
final class ShortChains {
  private final Set<Slot> settled;
  private final Uniform uniform;
  private final Map<Local, Expr> known = new HashMap<>();
  private Map<Local, Integer> callsAfter = Map.of();
  private int nextLocal;

  private ShortChains(Kernel kernel) {
    this.settled = kernel.settled();
    this.nextLocal = kernel.firstFreeLocal();
    this.uniform = Uniform.of(kernel);
  }

  /// {@return a straight line that computes the same, and whose checks fail at least where those of the kernel do}
  static Kernel of(Kernel kernel) {
    ShortChains chains = new ShortChains(kernel);
    List<Statement> body = chains.conditions(kernel.body());
    return kernel.with(kernel.preamble(), body.stream().map(chains::check).toList());
  }

  /// {@return the same with shorter conditions, to the bit}
  static Kernel withConditions(Kernel kernel) {
    return kernel.with(kernel.preamble(), new ShortChains(kernel).conditions(kernel.body()));
  }

  private List<Statement> conditions(List<Statement> body) {
    List<Statement> named = new ArrayList<>();
    body.forEach(statement -> nameChoices(statement, named));
    callsAfter = LaneStages.callsAfter(named);
    return named.stream().map(this::condition).toList();
  }

  /// `let x = c ? a + b : y` -> `let choice = a + b; let x = c ? choice : y`
  private void nameChoices(Statement statement, List<Statement> named) {
    if (!(statement instanceof Statement.Let(var local, Expr value, Span span))) {
      named.add(statement);
      return;
    }
    Expr apart =
        value instanceof Expr.Select(Expr condition, Expr yes, Expr no)
            ? new Expr.Select(condition, nameChoice(yes, span, named), nameChoice(no, span, named))
            : value;
    known.put(local, apart);
    named.add(new Statement.Let(local, apart, span));
  }

  private Expr nameChoice(Expr choice, Span span, List<Statement> named) {
    if (choice instanceof Expr.Use
        || choice instanceof Expr.Read
        || choice instanceof Expr.Constant) {
      return choice;
    }
    Local local = new Local(nextLocal++, "choice", Type.REAL);
    named.add(new Statement.Let(local, choice, span));
    return new Expr.Use(local);
  }

  private Statement condition(Statement statement) {
    return Traversal.mapValues(statement, value -> Traversal.rewrite(value, this::narrow));
  }

  private Expr narrow(Expr expr) {
    return expr instanceof Expr.Logic(LogicOperator operator, Expr x, Expr y)
            && operator == LogicOperator.AND
        ? new Expr.Logic(operator, where(y, x), where(x, y))
        : expr;
  }

  /// {@return a condition that is the same where another holds}
  private Expr where(Expr given, Expr condition) {
    return condition instanceof Expr.Compare(var operator, Expr x, Expr y)
        ? new Expr.Compare(operator, chosen(given, x), chosen(given, y))
        : condition;
  }

  private Expr chosen(Expr given, Expr value) {
    return value instanceof Expr.Use(Local local)
            && known.get(local) instanceof Expr.Select(Expr condition, Expr yes, _)
            && condition.equals(given)
            && yes instanceof Expr.Use(Local choice)
            && isLate(choice)
        ? yes
        : value;
  }

  /// Whether it is at hand where checks and spikes are.
  private boolean isLate(Local local) {
    return callsAfter.getOrDefault(local, 1) == 0;
  }

  private Statement check(Statement statement) {
    if (!(statement instanceof Statement.CheckFinite(var values, Span span))) {
      return statement;
    }
    Set<Expr> checked = new LinkedHashSet<>();
    Set<Expr> shared = new LinkedHashSet<>();
    for (Expr value : values) {
      Set<Expr> parts = new LinkedHashSet<>();
      Set<Expr> sharedParts = new LinkedHashSet<>();
      collect(value, parts, sharedParts);
      if (parts.size() <= 1) {
        checked.addAll(parts);
        shared.addAll(sharedParts);
      } else {
        checked.add(value);
      }
    }
    checked.addAll(shared);
    return new Statement.CheckFinite(List.copyOf(checked), span);
  }

  /// Finds what a value is chosen from.
  private void collect(Expr value, Set<Expr> parts, Set<Expr> shared) {
    if (uniform.holds(value)) {
      shared.add(value);
    } else if (value instanceof Expr.Read(Slot slot) && settled.contains(slot)) {
      return;
    } else if (value instanceof Expr.Select(_, Expr yes, Expr no)) {
      collect(yes, parts, shared);
      collect(no, parts, shared);
    } else if (value instanceof Expr.Use(Local local)
        && isLate(local)
        && (known.get(local) instanceof Expr.Select || known.get(local) instanceof Expr.Use)) {
      collect(known.get(local), parts, shared);
    } else {
      parts.add(value);
    }
  }
}

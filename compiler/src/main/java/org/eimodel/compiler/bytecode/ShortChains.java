package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.eimodel.syntax.Span;
import org.jspecify.annotations.Nullable;

/// Makes conditions and checks of a straight line wait for fewer operations. A processor works on two or three vectors at a
/// time, so that a loop takes as long as its longest chain, not as long as all its operations.
///
/// - `c and (c ? x : y) > 1` -> `c and x > 1`
/// - `flush(x) > threshold` -> `x > t`, where `t` is the threshold, or what does the same if that is smaller than what is
///   flushed
/// - `check finite c ? flush(x) : s` -> `check finite x`, where `s` was finite before. What is not chosen is checked, too: a
///   failed check may be a false alarm, as lanes allow it.
final class ShortChains {
  private final Precision precision;
  private final Set<Slot> settled;
  private final Set<Local> uniform = new HashSet<>();
  private final List<Statement> preamble;
  private final Map<Expr, Expr> thresholds = new HashMap<>();
  private final Map<Local, Expr> known = new HashMap<>();
  private Map<Local, Integer> callsAfter = Map.of();
  private int nextLocal;

  private ShortChains(Kernel kernel, Precision precision) {
    this.precision = precision;
    this.settled = kernel.settled();
    this.preamble = new ArrayList<>(kernel.preamble());
    this.nextLocal = kernel.firstFreeLocal();
    kernel.preamble().forEach(statement -> uniform.add(((Statement.Let) statement).local()));
  }

  /// {@return a straight line that computes the same, and whose checks fail at least where those of the kernel do}
  static Kernel of(Kernel kernel, Precision precision) {
    ShortChains chains = new ShortChains(kernel, precision);
    List<Statement> body = chains.conditions(kernel.body());
    List<Statement> checked = body.stream().map(chains::check).toList();
    return kernel.with(chains.preamble, checked);
  }

  /// {@return the same with shorter conditions, to the bit}
  static Kernel withConditions(Kernel kernel, Precision precision) {
    ShortChains chains = new ShortChains(kernel, precision);
    List<Statement> body = chains.conditions(kernel.body());
    return kernel.with(chains.preamble, body);
  }

  private List<Statement> conditions(List<Statement> body) {
    List<Statement> named = new ArrayList<>();
    body.forEach(statement -> nameRaw(statement, named));
    callsAfter = LaneSchedule.callsAfter(named);
    return named.stream().map(this::condition).toList();
  }

  /// `let x = f(flush(a + b))` -> `let raw = a + b; let x = f(flush(raw))`
  private void nameRaw(Statement statement, List<Statement> named) {
    if (!(statement instanceof Statement.Let(var local, Expr value, Span span))) {
      named.add(statement);
      return;
    }
    Expr apart =
        Traversal.rewrite(
            value,
            expr -> {
              if (!(expr instanceof Expr.Flush(Expr x)) || x instanceof Expr.Use) {
                return expr;
              }
              Local raw = new Local(nextLocal++, "raw", Type.REAL);
              named.add(new Statement.Let(raw, x, span));
              return new Expr.Flush(new Expr.Use(raw));
            });
    known.put(local, apart);
    named.add(new Statement.Let(local, apart, span));
  }

  private Statement condition(Statement statement) {
    Span span = statement.span();
    return Traversal.mapValues(
        statement,
        value -> Traversal.rewrite(value, expr -> withoutFlush(narrow(expr, span), span)));
  }

  private Expr narrow(Expr expr, Span span) {
    return expr instanceof Expr.Logic(LogicOperator operator, Expr x, Expr y)
            && operator == LogicOperator.AND
        ? new Expr.Logic(operator, where(y, x, span), where(x, y, span))
        : expr;
  }

  /// {@return a condition that is the same where another holds}
  private Expr where(Expr given, Expr condition, Span span) {
    return condition instanceof Expr.Compare(var operator, Expr x, Expr y)
        ? withoutFlush(new Expr.Compare(operator, chosen(given, x), chosen(given, y)), span)
        : condition;
  }

  private Expr chosen(Expr given, Expr value) {
    return value instanceof Expr.Use(Local local)
            && known.get(local) instanceof Expr.Select(Expr condition, Expr yes, _)
            && condition.equals(given)
            && isShort(yes)
        ? yes
        : value;
  }

  private boolean isShort(Expr value) {
    return value instanceof Expr.Use || rawOf(value) != null;
  }

  /// {@return x of flush(x), if x is at hand where checks and spikes are}
  private @Nullable Local rawOf(Expr value) {
    return value instanceof Expr.Flush(Expr.Use(Local raw)) && isLate(raw) ? raw : null;
  }

  private boolean isLate(Local local) {
    return callsAfter.getOrDefault(local, 1) == 0;
  }

  private Expr withoutFlush(Expr expr, Span span) {
    if (!(expr instanceof Expr.Compare(var operator, Expr left, Expr right))) {
      return expr;
    }
    Local raw = rawOf(left);
    if (raw != null && isUniform(right)) {
      Expr threshold = threshold(operator, right, span);
      return threshold == null ? expr : new Expr.Compare(operator, new Expr.Use(raw), threshold);
    }
    return expr;
  }

  private boolean isUniform(Expr value) {
    return switch (value) {
      case Expr.Constant _ -> true;
      case Expr.Read(Slot slot) -> slot.shared();
      case Expr.Use(Local local) -> uniform.contains(local);
      default -> false;
    };
  }

  /// {@return t, such that `x op t` wherever `flush(x) op threshold`; null where there is none}
  private @Nullable Expr threshold(Comparison operator, Expr threshold, Span span) {
    double smallest = precision.round(precision.flushBelow());
    // Between the two, flush(x) is zero.
    Comparison isAbove;
    Expr above;
    Expr notAbove;
    switch (operator) {
      case GREATER_EQUAL, LESS -> {
        isAbove = Comparison.GREATER;
        above = new Expr.Constant(smallest);
        notAbove = new Expr.Constant(nextUp(-smallest));
      }
      case GREATER, LESS_EQUAL -> {
        isAbove = Comparison.GREATER_EQUAL;
        above = new Expr.Constant(-nextUp(-smallest));
        notAbove = new Expr.Constant(-smallest);
      }
      default -> {
        return null;
      }
    }
    Expr small =
        new Expr.Select(
            new Expr.Compare(isAbove, threshold, new Expr.Constant(0)), above, notAbove);
    Expr isSmall =
        new Expr.Compare(
            Comparison.LESS,
            new Expr.Unary(Expr.UnaryOperator.ABS, threshold),
            new Expr.Constant(smallest));
    Expr either = new Expr.Select(isSmall, small, threshold);
    return thresholds.computeIfAbsent(either, value -> inPreamble(value, span));
  }

  private double nextUp(double x) {
    return switch (precision) {
      case SINGLE -> Math.nextUp((float) x);
      case DOUBLE -> Math.nextUp(x);
    };
  }

  private Expr inPreamble(Expr value, Span span) {
    Local local = new Local(nextLocal++, "threshold", Type.REAL);
    preamble.add(new Statement.Let(local, value, span));
    uniform.add(local);
    return new Expr.Use(local);
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
    Local raw = rawOf(value);
    if (raw != null) {
      parts.add(new Expr.Use(raw));
    } else if (isUniform(value)) {
      shared.add(value);
    } else if (value instanceof Expr.Read(Slot slot) && settled.contains(slot)) {
      return;
    } else if (value instanceof Expr.Select(_, Expr yes, Expr no)) {
      collect(yes, parts, shared);
      collect(no, parts, shared);
    } else if (value instanceof Expr.Use(Local local)
        && isLate(local)
        && (known.get(local) instanceof Expr.Select
            || known.get(local) instanceof Expr.Flush
            || known.get(local) instanceof Expr.Use)) {
      collect(known.get(local), parts, shared);
    } else {
      parts.add(value);
    }
  }
}

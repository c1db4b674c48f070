package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.ir.CompilerBug;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.LogicOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.eimodel.syntax.Span;
import org.jspecify.annotations.Nullable;

/// Rewrites a step kernel for lanes, without changing a bit of what it computes: no branches, no changing locals, and each
/// function call a statement of its own.
///
/// - `var x = a; when c { x = b }` -> `let x1 = a; let x2 = c ? b : x1`
/// - `when c { store s <- a }` -> `let s1 = c ? a : s`, and `store s <- s1` at the end
/// - `when c { spike }` -> `let spiked = c`, and `when spiked { spike }` at the end
/// - `let x = a * exp(b + 1)` -> `let t = b + 1; let u = exp(t); let x = a * u`
///
/// What stood in a `when` is computed for all elements: expressions have no side effects.
final class StraightLine {
  private final List<Statement> result = new ArrayList<>();

  /// The latest name of each local that changes.
  private final Map<Local, Expr> latest = new HashMap<>();

  private final Map<Slot, Statement.Store> stores = new LinkedHashMap<>();
  private @Nullable Expr spiked;
  private @Nullable Span spikeSpan;
  private int nextLocal;

  private StraightLine(int firstFree) {
    this.nextLocal = firstFree;
  }

  /// {@return the same step kernel: `let`s and checks, then stores, then at most one spike}
  static Kernel of(Kernel kernel) {
    if (kernel.kind() != Kernel.Kind.STEP) {
      throw new CompilerBug("only step kernels run in lanes: " + kernel.name());
    }
    StraightLine rewriting = new StraightLine(kernel.firstFreeLocal());
    rewriting.all(kernel.body(), null);
    return kernel.with(kernel.preamble(), rewriting.finish());
  }

  private List<Statement> finish() {
    result.addAll(stores.values());
    if (spiked != null && spikeSpan != null) {
      result.add(new Statement.When(spiked, List.of(new Statement.Spike(spikeSpan)), spikeSpan));
    }
    return result;
  }

  private void all(List<Statement> statements, @Nullable Expr mask) {
    statements.forEach(statement -> one(statement, mask));
  }

  private void one(Statement statement, @Nullable Expr mask) {
    Span span = statement.span();
    switch (statement) {
      case Statement.Let(var local, Expr value, _) ->
          result.add(new Statement.Let(local, apart(value, span), span));
      case Statement.Declare(var local, Expr value, _) ->
          latest.put(local, named(local.name(), apart(value, span), span));
      case Statement.Assign(var local, Expr value, _) -> {
        Expr before = latest(local);
        Expr after = blend(mask, apart(value, span), before);
        latest.put(local, named(local.name(), after, span));
      }
      case Statement.When(Expr condition, var body, _) -> {
        Expr inner = apart(condition, span);
        Expr both = mask == null ? inner : new Expr.Logic(LogicOperator.AND, mask, inner);
        all(body, named("mask", both, span));
      }
      case Statement.CheckFinite(var values, _) ->
          result.add(
              new Statement.CheckFinite(
                  values.stream().map(value -> operand(apart(value, span), span)).toList(), span));
      case Statement.Store(Slot slot, Expr value, _) -> {
        Statement.Store earlier = stores.get(slot);
        Expr before = earlier == null ? new Expr.Read(slot) : earlier.value();
        Expr after = operand(blend(mask, apart(value, span), before), span);
        stores.put(slot, new Statement.Store(slot, after, span));
      }
      case Statement.Spike _ -> {
        if (mask == null) {
          throw new CompilerBug("a spike without a condition");
        }
        spiked =
            spiked == null
                ? mask
                : named("spiked", new Expr.Logic(LogicOperator.OR, spiked, mask), span);
        spikeSpan = span;
      }
    }
  }

  private static Expr blend(@Nullable Expr mask, Expr yes, Expr no) {
    if (mask == null) {
      return yes;
    }
    return switch (yes.type()) {
      case REAL -> new Expr.Select(mask, yes, no);
      case TRUTH ->
          new Expr.Logic(
              LogicOperator.OR,
              new Expr.Logic(LogicOperator.AND, mask, yes),
              new Expr.Logic(LogicOperator.AND, new Expr.Not(mask), no));
    };
  }

  private Expr latest(Local local) {
    return latest.getOrDefault(local, new Expr.Use(local));
  }

  /// Uses the latest names, and gives every call but an outermost one a statement of its own.
  private Expr apart(Expr value, Span span) {
    Expr small = Traversal.mapOperands(value, operand -> notCall(apart(operand, span), span));
    return switch (small) {
      case Expr.Use(Local local) -> latest(local);
      case Expr.Call(var function, var arguments) ->
          new Expr.Call(
              function, arguments.stream().map(argument -> operand(argument, span)).toList());
      case Expr.Constant _,
          Expr.Truth _,
          Expr.Read _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.MultiplyAdd _,
          Expr.Compare _,
          Expr.Logic _,
          Expr.Not _,
          Expr.Select _ ->
          small;
    };
  }

  private Expr notCall(Expr value, Span span) {
    return value instanceof Expr.Call ? named("call", value, span) : value;
  }

  /// {@return a local that holds the value}
  private Expr operand(Expr value, Span span) {
    return value instanceof Expr.Use ? value : named("part", value, span);
  }

  private Expr named(String name, Expr value, Span span) {
    Expr whole =
        value instanceof Expr.Call ? value : Traversal.mapOperands(value, x -> notCall(x, span));
    Type type = whole.type();
    Local local = new Local(nextLocal++, name, type);
    result.add(new Statement.Let(local, whole, span));
    return new Expr.Use(local);
  }
}

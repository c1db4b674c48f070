package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.Expr.Comparison;
import org.eimodel.compiler.ir.Expr.UnaryOperator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.ir.Statement;

/// Leaves out of the checks of a straight line what is finite if another checked value is:
///
/// `check finite a * (s + t) + v, e * s + s` -> `check finite a * (s + t) + v, e <= 0, e >= -2`
///
/// A sum or a product is finite only if everything in it is, and what decays from a finite number is finite. A condition in a
/// check must hold: where `e` lets the state grow, lanes stop, and the scalar kernel goes on.
final class NeededChecks {
  private final Uniform uniform;
  private final Map<Local, Expr> definitions = new HashMap<>();

  /// A state that is multiplied by 1 + rate.
  private record Decay(Expr rate, Slot state) {}

  private NeededChecks(Kernel straight) {
    uniform = Uniform.of(straight);
    for (Statement statement : straight.body()) {
      if (statement instanceof Statement.Let(Local local, Expr value, _)) {
        definitions.put(local, value);
      }
    }
  }

  /// {@return a straight line that computes the same, and whose checks fail at least where those of the other do}
  static Kernel of(Kernel straight) {
    NeededChecks checks = new NeededChecks(straight);
    return straight.with(straight.preamble(), straight.body().stream().map(checks::shorten).toList());
  }

  /// {@return a number that is finite only if some checked ones are}
  ///
  /// The last one comes first: what is computed from the others, as a rule the first, is then waited for only once.
  static Expr sum(List<Expr> values) {
    return values.reversed().stream()
        .reduce((x, y) -> new Expr.Binary(BinaryOperator.ADD, x, y))
        .orElseThrow();
  }

  private Statement shorten(Statement statement) {
    if (!(statement instanceof Statement.CheckFinite check)) {
      return statement;
    }
    Set<Slot> finite = new HashSet<>();
    Set<Local> seen = new HashSet<>();
    for (Expr value : check.values()) {
      if (decay(value).isEmpty()) {
        collect(value, finite, seen);
      }
    }
    List<Expr> needed = new ArrayList<>();
    Set<Expr> conditions = new LinkedHashSet<>();
    for (Expr value : check.values()) {
      Optional<Decay> decay = decay(value).filter(found -> finite.contains(found.state()));
      if (decay.isPresent()) {
        Expr rate = decay.get().rate();
        conditions.add(new Expr.Compare(Comparison.LESS_EQUAL, rate, new Expr.Constant(0)));
        conditions.add(new Expr.Compare(Comparison.GREATER_EQUAL, rate, new Expr.Constant(-2)));
      } else {
        needed.add(value);
      }
    }
    needed.addAll(conditions);
    return new Statement.CheckFinite(needed, check.span());
  }

  private Optional<Decay> decay(Expr value) {
    if (value instanceof Expr.Use(Local local)
        && definitions.get(local)
            instanceof Expr.MultiplyAdd(Expr rate, Expr.Read(Slot state), Expr.Read(Slot same))
        && state.perElement()
        && state.equals(same)
        && uniform.holds(rate)) {
      return Optional.of(new Decay(rate, state));
    }
    return Optional.empty();
  }

  /// Collects the states that are finite if a value is.
  private void collect(Expr value, Set<Slot> finite, Set<Local> seen) {
    switch (value) {
      case Expr.Read(Slot slot) -> finite.add(slot);
      case Expr.Use(Local local) -> {
        if (definitions.get(local) instanceof Expr definition && seen.add(local)) {
          collect(definition, finite, seen);
        }
      }
      case Expr.MultiplyAdd(Expr a, Expr b, Expr c) ->
          List.of(a, b, c).forEach(operand -> collect(operand, finite, seen));
      case Expr.Unary(UnaryOperator operator, Expr x) when operator == UnaryOperator.NEGATE ->
          collect(x, finite, seen);
      case Expr.Binary(BinaryOperator operator, Expr x, Expr y) -> {
        switch (operator) {
          case ADD, SUBTRACT, MULTIPLY -> {
            collect(x, finite, seen);
            collect(y, finite, seen);
          }
          case DIVIDE -> collect(x, finite, seen);
          case MIN, MAX -> {}
        }
      }
      case Expr.Constant _,
          Expr.Truth _,
          Expr.Unary _,
          Expr.Call _,
          Expr.Compare _,
          Expr.Logic _,
          Expr.Not _,
          Expr.Select _ -> {}
    }
  }
}

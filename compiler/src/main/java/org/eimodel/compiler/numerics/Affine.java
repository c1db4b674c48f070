package org.eimodel.compiler.numerics;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Slot;

/// An expression as a weighted sum of some states: `sum of weight * state + rest`, where weights and rest are free of them.
///
/// @param weights only those that are not zero
public record Affine(Map<Slot, Expr> weights, Expr rest) {

  /// {@return the decomposition, or nothing when the expression is not such a sum}
  public static Optional<Affine> of(Expr expr, Set<Slot> states) {
    return new Decomposition(states).of(expr);
  }

  /// {@return the weight of one state, zero when it does not occur}
  public Expr weight(Slot slot) {
    return weights.getOrDefault(slot, Algebra.ZERO);
  }

  private static final class Decomposition {
    private final Set<Slot> states;
    private final Map<Expr, Optional<Affine>> known = new IdentityHashMap<>();

    private Decomposition(Set<Slot> states) {
      this.states = states;
    }

    private Optional<Affine> of(Expr expr) {
      Optional<Affine> before = known.get(expr);
      if (before == null) {
        before = decompose(expr);
        known.put(expr, before);
      }
      return before;
    }

    private Optional<Affine> decompose(Expr expr) {
      if (!Algebra.reads(expr, states::contains)) {
        return Optional.of(new Affine(Map.of(), expr));
      }
      return switch (expr) {
        case Expr.Read(Slot slot) -> Optional.of(new Affine(Map.of(slot, Algebra.ONE), Algebra.ZERO));
        case Expr.Unary unary when unary.operator() == Expr.UnaryOperator.NEGATE ->
            of(unary.operand()).map(sum -> sum.map(Algebra::negate));
        case Expr.Binary binary -> binary(binary);
        default -> Optional.empty();
      };
    }

    private Optional<Affine> binary(Expr.Binary binary) {
      Optional<Affine> left = of(binary.left());
      Optional<Affine> right = of(binary.right());
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      return switch (binary.operator()) {
        case ADD -> Optional.of(left.get().merge(right.get(), Algebra::add));
        case SUBTRACT -> Optional.of(left.get().merge(right.get(), Algebra::subtract));
        case MULTIPLY -> product(left.get(), right.get());
        case DIVIDE ->
            right.get().weights.isEmpty()
                ? Optional.of(left.get().map(part -> Algebra.divide(part, right.get().rest)))
                : Optional.empty();
        case MIN, MAX -> Optional.empty();
      };
    }

    private static Optional<Affine> product(Affine left, Affine right) {
      if (right.weights.isEmpty()) {
        return Optional.of(left.map(part -> Algebra.multiply(part, right.rest)));
      }
      if (left.weights.isEmpty()) {
        return Optional.of(right.map(part -> Algebra.multiply(left.rest, part)));
      }
      return Optional.empty();
    }
  }

  private Affine map(UnaryOperator<Expr> change) {
    Map<Slot, Expr> changed = new LinkedHashMap<>();
    weights.forEach((slot, weight) -> changed.put(slot, change.apply(weight)));
    return new Affine(changed, change.apply(rest));
  }

  private Affine merge(Affine other, BinaryOperator<Expr> join) {
    Map<Slot, Expr> joined = new LinkedHashMap<>();
    weights.forEach((slot, weight) -> joined.put(slot, join.apply(weight, other.weight(slot))));
    other.weights.forEach(
        (slot, weight) -> joined.computeIfAbsent(slot, missing -> join.apply(Algebra.ZERO, weight)));
    joined.values().removeIf(Algebra::isZero);
    return new Affine(joined, join.apply(rest, other.rest));
  }
}

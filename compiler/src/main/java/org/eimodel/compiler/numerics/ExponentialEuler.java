package org.eimodel.compiler.numerics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.syntax.Span;

/// Conditionally linear equations: each is linear in its own state once the others are frozen at the start of the step.
///
/// `x' = a x + b` advances by `x += h exprel(a h) (a x + b)`, which is exact for frozen a and b, also for a = 0.
public final class ExponentialEuler {
  private ExponentialEuler() {}

  /// {@return the weight of its own state in each equation; nothing when one is not linear in it}
  public static Optional<Map<Slot, Expr>> weights(List<StateEquation> equations) {
    Map<Slot, Expr> weights = new LinkedHashMap<>();
    for (StateEquation equation : equations) {
      Optional<Affine> sum = Affine.of(equation.right(), Set.of(equation.state()));
      if (sum.isEmpty()) {
        return Optional.empty();
      }
      weights.put(equation.state(), sum.get().weight(equation.state()));
    }
    return Optional.of(weights);
  }

  /// {@return the states after the step, written for the view of `out`}
  public static Map<Slot, Expr> advance(
      BodyWriter out, List<StateEquation> equations, Map<Slot, Expr> weights, Optional<Expr> active) {
    Map<Slot, Expr> next = new LinkedHashMap<>();
    Expr h = Stages.timeStep(out, 1);
    for (StateEquation equation : equations) {
      Slot state = equation.state();
      Span span = equation.span();
      Expr slope = out.let("slope_of_" + state.name(), equation.right(), span);
      Expr weight = out.write(Objects.requireNonNull(weights.get(state)), span);
      Expr exponent = out.round(Algebra.multiply(h, weight));
      Expr rise = Algebra.isZero(weight) ? h : Algebra.multiply(h, new Expr.Call(MathFunction.EXPREL, List.of(exponent)));
      Expr old = out.seen(state);
      Expr advanced = out.round(Algebra.add(Algebra.multiply(rise, slope), old));
      next.put(state, out.letWritten(state.name(), Stages.hold(equation, active, advanced, old), span));
    }
    return next;
  }
}

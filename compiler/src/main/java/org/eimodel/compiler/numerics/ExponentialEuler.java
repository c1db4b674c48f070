package org.eimodel.compiler.numerics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Expr.BinaryOperator;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// Conditionally linear equations: each is linear in its own state once the others are frozen at the start of the step.
///
/// `x' = a x + b` advances by `x += exprel(a h) (a x + b) h`, which is exact for frozen a and b, also for a = 0. Where a and
/// the slope are something times what is fixed, as `(...) / tau` is, that times h is one coefficient: what then waits for
/// a rate are three multiplications less.
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
      Expr rise = out.letWritten("rise_of_" + state.name(), overStep(out, h, out.write(equation.right(), span)), span);
      Expr exponent = overStep(out, h, out.write(Objects.requireNonNull(weights.get(state)), span));
      Expr reached =
          Algebra.isZero(exponent)
              ? rise
              : Algebra.multiply(new Expr.Call(MathFunction.EXPREL, List.of(exponent)), rise);
      Expr old = out.seen(state);
      Expr advanced = out.round(Algebra.add(reached, old));
      next.put(state, out.letWritten(state.name(), Stages.hold(equation, active, advanced, old), span));
    }
    return next;
  }

  /// {@return a written expression times the time step}
  private static Expr overStep(BodyWriter out, Expr h, Expr written) {
    if (written instanceof Expr.Binary(BinaryOperator operator, Expr value, Expr factor)
        && operator == BinaryOperator.MULTIPLY) {
      Optional<String> name = name(factor);
      if (name.isPresent()) {
        CoefficientRule both = new CoefficientRule.Formula(Algebra.multiply(h, factor));
        return Algebra.multiply(value, out.slots().coefficient(name.get(), both, Dimension.NONE));
      }
    }
    return out.round(Algebra.multiply(h, written));
  }

  /// {@return what the product of the time step and a factor is called; empty where it is no coefficient of all neurons}
  private static Optional<String> name(Expr factor) {
    return switch (factor) {
      case Expr.Constant(double value) -> Optional.of("dt*" + value);
      case Expr.Read(Slot slot) when slot.kind() == Slot.Kind.COEFFICIENT && slot.shared() ->
          Optional.of(
              slot.name().startsWith("1/") ? "dt" + slot.name().substring(1) : "dt*" + slot.name());
      default -> Optional.empty();
    };
  }
}

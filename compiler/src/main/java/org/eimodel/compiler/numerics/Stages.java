package org.eimodel.compiler.numerics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// The explicit Runge-Kutta family: Euler, sequential Euler, midpoint (RK2) and the classical fourth order (RK4).
///
/// Linear systems that feed the equations are advanced exactly to the middle and to the end of the step, and the stages read
/// them there, and the time of their own, so that the order does not suffer.
public final class Stages {
  private Stages() {}

  /// States in the middle and at the end of the step that come from elsewhere, and the time; empty maps where nothing is known.
  ///
  /// @param half in the middle of the step
  /// @param full at its end
  public record Upstream(Map<Slot, Expr> half, Map<Slot, Expr> full) {
    /// Nothing comes from elsewhere.
    public static final Upstream NONE = new Upstream(Map.of(), Map.of());
  }

  static Expr timeStep(BodyWriter out, double factor) {
    String name = factor == 1 ? "dt" : factor == 0.5 ? "dt/2" : "dt/6";
    return out.slots().coefficient(name, new CoefficientRule.TimeStep(factor), Dimension.TIME);
  }

  /// {@return the time, a share of the step later}
  public static Expr later(BodyWriter out, Slot time, double share, Span span) {
    return out.letWritten("t_later", out.round(Algebra.add(out.seen(time), timeStep(out, share))), span);
  }

  /// {@return `advanced`, or `old` for a gated state of a refractory neuron}
  static Expr hold(StateEquation equation, Optional<Expr> active, Expr advanced, Expr old) {
    return equation.gated() && active.isPresent() ? new Expr.Select(active.get(), advanced, old) : advanced;
  }

  /// {@return the states after a step of forward Euler}
  public static Map<Slot, Expr> euler(BodyWriter out, List<StateEquation> equations, Optional<Expr> active) {
    List<Expr> slopes = slopes(out, equations, active, "k");
    return step(out, equations, timeStep(out, 1), slopes, "");
  }

  /// {@return the states after a step of forward Euler in which each equation sees those before it already advanced}
  public static Map<Slot, Expr> sequentialEuler(
      BodyWriter out, List<StateEquation> equations, Optional<Expr> active) {
    BodyWriter own = out.inner();
    Map<Slot, Expr> next = new LinkedHashMap<>();
    for (StateEquation equation : equations) {
      Map<Slot, Expr> one =
          step(own, List.of(equation), timeStep(out, 1), slopes(own, List.of(equation), active, "k"), "");
      one.forEach(own::see);
      next.putAll(one);
    }
    own.statements().forEach(out::add);
    return next;
  }

  /// {@return the states after a step of the midpoint rule}
  public static Map<Slot, Expr> midpoint(
      BodyWriter out, List<StateEquation> equations, Upstream upstream, Optional<Expr> active) {
    List<Expr> first = slopes(out, equations, active, "k1_");
    BodyWriter middle = out.inner();
    upstream.half().forEach(middle::see);
    step(middle, equations, timeStep(out, 0.5), first, "_mid").forEach(middle::see);
    List<Expr> second = slopes(middle, equations, active, "k2_");
    middle.statements().forEach(out::add);
    return step(out, equations, timeStep(out, 1), second, "");
  }

  /// {@return the states after a step of the classical Runge-Kutta method}
  public static Map<Slot, Expr> classical(
      BodyWriter out, List<StateEquation> equations, Upstream upstream, Optional<Expr> active) {
    List<Expr> k1 = slopes(out, equations, active, "k1_");
    List<Expr> k2 = stage(out, equations, timeStep(out, 0.5), k1, upstream.half(), active, "2");
    List<Expr> k3 = stage(out, equations, timeStep(out, 0.5), k2, upstream.half(), active, "3");
    List<Expr> k4 = stage(out, equations, timeStep(out, 1), k3, upstream.full(), active, "4");
    List<Expr> sums = new ArrayList<>();
    for (int i = 0; i < equations.size(); i++) {
      Expr inner = out.round(Algebra.multiply(new Expr.Constant(2), Algebra.add(k2.get(i), k3.get(i))));
      Expr outer = Algebra.add(k1.get(i), k4.get(i));
      sums.add(out.letWritten("k_" + name(equations, i), out.round(Algebra.add(inner, outer)), equations.get(i).span()));
    }
    return step(out, equations, timeStep(out, 1.0 / 6), sums, "");
  }

  private static List<Expr> stage(
      BodyWriter out,
      List<StateEquation> equations,
      Expr h,
      List<Expr> slopes,
      Map<Slot, Expr> upstream,
      Optional<Expr> active,
      String number) {
    BodyWriter stage = out.inner();
    step(stage, equations, h, slopes, "_" + number).forEach(stage::see);
    upstream.forEach(stage::see);
    List<Expr> result = slopes(stage, equations, active, "k" + number + "_");
    stage.statements().forEach(out::add);
    return result;
  }

  private static List<Expr> slopes(
      BodyWriter out, List<StateEquation> equations, Optional<Expr> active, String prefix) {
    List<Expr> slopes = new ArrayList<>();
    for (StateEquation equation : equations) {
      Expr slope = out.write(equation.right(), equation.span());
      Expr held = hold(equation, active, slope, Algebra.ZERO);
      slopes.add(out.letWritten(prefix + equation.state().name(), held, equation.span()));
    }
    return slopes;
  }

  private static Map<Slot, Expr> step(
      BodyWriter out, List<StateEquation> equations, Expr h, List<Expr> slopes, String suffix) {
    Map<Slot, Expr> next = new LinkedHashMap<>();
    for (int i = 0; i < equations.size(); i++) {
      Slot state = equations.get(i).state();
      Expr advanced = out.round(Algebra.add(Algebra.multiply(h, slopes.get(i)), out.seen(state)));
      next.put(state, out.letWritten(state.name() + suffix, advanced, equations.get(i).span()));
    }
    return next;
  }

  private static String name(List<StateEquation> equations, int i) {
    return equations.get(i).state().name();
  }
}

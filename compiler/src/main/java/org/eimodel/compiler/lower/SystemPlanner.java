package org.eimodel.compiler.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.model.Equation.Method;
import org.eimodel.compiler.numerics.Algebra;
import org.eimodel.compiler.numerics.ExactIntegrator;
import org.eimodel.compiler.numerics.ExponentialEuler;
import org.eimodel.compiler.numerics.StateEquation;

/// Splits equations into systems and picks an integrator for each: exact for linear systems with fixed weights, exponential
/// Euler where each equation is linear in its own state, the classical Runge-Kutta method otherwise; or what the model says.
final class SystemPlanner {
  private final List<StateEquation> equations;
  private final Map<StateEquation, Method> asked;
  private final boolean[][] reaches;

  private SystemPlanner(List<StateEquation> equations, Map<StateEquation, Method> asked) {
    this.equations = equations;
    this.asked = asked;
    this.reaches = reaches(equations);
  }

  /// A system of equations that move together.
  record EquationSystem(Method method, List<StateEquation> equations, String reason) {
    /// {@return whether an equation of this system reads a state of another}
    boolean reads(EquationSystem other) {
      return equations.stream()
          .anyMatch(
              own ->
                  Algebra.reads(
                      own.right(), slot -> other.equations.stream().anyMatch(e -> e.state().equals(slot))));
    }
  }

  /// {@return the systems}
  ///
  /// @param asked integrators that the model asks for
  static List<EquationSystem> plan(List<StateEquation> equations, Map<StateEquation, Method> asked) {
    return new SystemPlanner(equations, asked).plan();
  }

  /// `reaches[i][j]`: the rate of i depends on state j, directly or through others.
  private static boolean[][] reaches(List<StateEquation> equations) {
    int n = equations.size();
    boolean[][] reaches = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        StateEquation other = equations.get(j);
        reaches[i][j] = Algebra.reads(equations.get(i).right(), slot -> slot.equals(other.state()));
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          reaches[i][j] |= reaches[i][k] && reaches[k][j];
        }
      }
    }
    return reaches;
  }

  private List<EquationSystem> plan() {
    List<EquationSystem> systems = new ArrayList<>(asked());
    List<List<Integer>> components = components();
    List<List<Integer>> exact = new ArrayList<>();
    List<List<Integer>> conditional = new ArrayList<>();
    List<List<Integer>> others = new ArrayList<>();
    for (List<Integer> component : components) {
      List<StateEquation> own = pick(component);
      if (ExactIntegrator.of(own).isPresent()) {
        exact.add(component);
      } else if (ExponentialEuler.weights(own).isPresent()) {
        conditional.add(component);
      } else {
        others.add(component);
      }
    }
    joinExact(exact).forEach(c -> systems.add(exactSystem(c)));
    List<Integer> general = new ArrayList<>();
    others.forEach(general::addAll);
    conditional.removeIf(component -> feeds(component, others) && general.addAll(component));
    for (List<Integer> component : conditional) {
      String reason = "each equation is linear in its own state";
      systems.add(new EquationSystem(Method.EXPONENTIAL_EULER, pick(component), reason));
    }
    if (!general.isEmpty()) {
      general.sort(null);
      systems.add(new EquationSystem(Method.RK4, pick(general), "not linear"));
    }
    return systems;
  }

  private EquationSystem exactSystem(List<Integer> component) {
    List<StateEquation> own = pick(component);
    boolean held = false;
    for (int i : component) {
      held |= Algebra.reads(equations.get(i).right(), slot -> slot.kind() == Slot.Kind.TIME);
      for (int j = 0; j < equations.size(); j++) {
        StateEquation other = equations.get(j);
        held |= !component.contains(j) && Algebra.reads(equations.get(i).right(), slot -> slot.equals(other.state()));
      }
    }
    String reason = held ? "linear, with what it reads held over the step" : "linear with fixed coefficients";
    return new EquationSystem(Method.EXACT, own, reason);
  }

  private List<EquationSystem> asked() {
    Map<Method, List<StateEquation>> byMethod = new LinkedHashMap<>();
    for (StateEquation equation : equations) {
      Optional.ofNullable(asked.get(equation))
          .ifPresent(method -> byMethod.computeIfAbsent(method, m -> new ArrayList<>()).add(equation));
    }
    List<EquationSystem> systems = new ArrayList<>();
    byMethod.forEach((method, own) -> systems.add(new EquationSystem(method, own, "the model asks for it")));
    return systems;
  }

  /// {@return equations that depend on each other, in the order of the first of each}
  private List<List<Integer>> components() {
    List<List<Integer>> components = new ArrayList<>();
    boolean[] done = new boolean[equations.size()];
    for (int i = 0; i < equations.size(); i++) {
      if (done[i] || asked.containsKey(equations.get(i))) {
        continue;
      }
      List<Integer> component = new ArrayList<>();
      for (int j = i; j < equations.size(); j++) {
        boolean together = i == j || reaches[i][j] && reaches[j][i];
        if (together && !asked.containsKey(equations.get(j))) {
          component.add(j);
          done[j] = true;
        }
      }
      components.add(component);
    }
    return components;
  }

  /// Joins linear systems of which one feeds the other linearly: a membrane and its synapses.
  private List<List<Integer>> joinExact(List<List<Integer>> systems) {
    List<List<Integer>> joined = new ArrayList<>(systems);
    for (int a = 0; a < joined.size(); a++) {
      for (int b = 0; b < joined.size(); b++) {
        if (a != b && directly(joined.get(a), joined.get(b))) {
          List<Integer> both = new ArrayList<>(joined.get(a));
          both.addAll(joined.get(b));
          both.sort(null);
          if (ExactIntegrator.of(pick(both)).isPresent()) {
            joined.set(a, both);
            joined.remove(b);
            return joinExact(joined);
          }
        }
      }
    }
    return joined;
  }

  private boolean directly(List<Integer> readers, List<Integer> sources) {
    return readers.stream()
        .anyMatch(
            i ->
                sources.stream()
                    .anyMatch(
                        j -> Algebra.reads(equations.get(i).right(), s -> s.equals(equations.get(j).state()))));
  }

  private boolean feeds(List<Integer> component, List<List<Integer>> others) {
    return others.stream()
        .anyMatch(other -> other.stream().anyMatch(i -> component.stream().anyMatch(j -> reaches[i][j])));
  }

  private List<StateEquation> pick(List<Integer> positions) {
    return positions.stream().map(equations::get).toList();
  }
}

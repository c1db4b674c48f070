package org.eimodel.compiler.lower;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.lower.SystemPlanner.EquationSystem;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.numerics.Algebra;
import org.eimodel.compiler.numerics.BodyWriter;
import org.eimodel.compiler.numerics.ExactIntegrator;
import org.eimodel.compiler.numerics.ExponentialEuler;
import org.eimodel.compiler.numerics.Stages;
import org.eimodel.compiler.numerics.StateEquation;

/// All systems of a group, advanced by one step. Every right side reads the state at the start of the step.
final class Integration {
  private final BodyWriter out;
  private final List<EquationSystem> systems;
  private final Optional<Expr> active;
  private final Optional<Slot> time;
  private final Consumer<EquationSystem> notPossible;

  /// @param time the slot of the time, where any equation reads it
  /// @param notPossible told of a system that the integrator which the model asks for cannot advance
  Integration(
      BodyWriter out, List<EquationSystem> systems, Optional<Expr> active, Optional<Slot> time, Consumer<EquationSystem> notPossible) {
    this.out = out;
    this.systems = systems;
    this.active = active;
    this.time = time;
    this.notPossible = notPossible;
  }

  /// {@return the states that may come arbitrarily close to zero, once each: those of linear equations}
  static List<Slot> decaying(List<EquationSystem> systems) {
    return systems.stream()
        .filter(
            system ->
                system.method() == Equation.Method.EXACT
                    || system.method() == Equation.Method.EXPONENTIAL_EULER)
        .flatMap(system -> system.equations().stream())
        .map(StateEquation::state)
        .distinct()
        .toList();
  }

  /// {@return the states after the step}
  Map<Slot, Expr> next() {
    Map<Slot, Expr> next = new LinkedHashMap<>();
    for (EquationSystem system : systems) {
      if (system.method() == Equation.Method.EXACT) {
        exact(system).ifPresent(integrator -> next.putAll(integrator.advance(out, 1, active)));
      }
    }
    for (EquationSystem system : systems) {
      switch (system.method()) {
        case EXACT -> {}
        case EXPONENTIAL_EULER -> {
          Optional<Map<Slot, Expr>> weights = ExponentialEuler.weights(system.equations());
          if (weights.isEmpty()) {
            notPossible.accept(system);
          } else {
            next.putAll(ExponentialEuler.advance(out, system.equations(), weights.get(), active));
          }
        }
        case EULER -> next.putAll(Stages.euler(out, system.equations(), active));
        case SEQUENTIAL_EULER -> next.putAll(Stages.sequentialEuler(out, system.equations(), active));
        case RK2 -> next.putAll(Stages.midpoint(out, system.equations(), upstream(system, next), active));
        case RK4 -> next.putAll(Stages.classical(out, system.equations(), upstream(system, next), active));
      }
    }
    return next;
  }

  private Optional<ExactIntegrator> exact(EquationSystem system) {
    Optional<ExactIntegrator> integrator = ExactIntegrator.of(system.equations());
    if (integrator.isEmpty()) {
      notPossible.accept(system);
    }
    return integrator;
  }

  /// Linear systems that feed these equations, in the middle and at the end of the step; and the time there.
  private Stages.Upstream upstream(EquationSystem reader, Map<Slot, Expr> next) {
    Map<Slot, Expr> half = new LinkedHashMap<>();
    Map<Slot, Expr> full = new LinkedHashMap<>();
    for (EquationSystem system : systems) {
      if (system.method() == Equation.Method.EXACT && reader.reads(system)) {
        exact(system)
            .ifPresent(
                integrator -> {
                  half.putAll(integrator.advance(out, 0.5, active));
                  system.equations().forEach(equation -> full.put(equation.state(), next.get(equation.state())));
                });
      }
    }
    for (StateEquation equation : reader.equations()) {
      if (time.isPresent() && !half.containsKey(time.get()) && Algebra.reads(equation.right(), time.get()::equals)) {
        half.put(time.get(), Stages.later(out, time.get(), 0.5, equation.span()));
        full.put(time.get(), Stages.later(out, time.get(), 1, equation.span()));
      }
    }
    return new Stages.Upstream(half, full);
  }
}

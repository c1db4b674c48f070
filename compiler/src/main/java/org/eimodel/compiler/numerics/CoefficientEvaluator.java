package org.eimodel.compiler.numerics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.interpret.Evaluation;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Slot;

/// The values of coefficients for one set of parameters.
public final class CoefficientEvaluator {
  private final ToDoubleFunction<Slot> parameters;
  private final double dt;
  private final Map<Slot, Double> values = new HashMap<>();
  private final Map<LinearSystem, Map<Double, Propagator>> propagators = new HashMap<>();

  private CoefficientEvaluator(ToDoubleFunction<Slot> parameters, double dt) {
    this.parameters = parameters;
    this.dt = dt;
  }

  /// {@return the value of each coefficient's slot, in base units and double precision}
  ///
  /// @param parameters values of parameter slots
  /// @param dt the time step in ms
  public static Map<Slot, Double> evaluate(
      List<Coefficient> coefficients, ToDoubleFunction<Slot> parameters, double dt) {
    CoefficientEvaluator evaluator = new CoefficientEvaluator(parameters, dt);
    for (Coefficient coefficient : coefficients) {
      evaluator.values.put(coefficient.slot(), evaluator.value(coefficient.rule()));
    }
    return evaluator.values;
  }

  private double value(CoefficientRule rule) {
    return switch (rule) {
      case CoefficientRule.Formula formula -> value(formula.expr());
      case CoefficientRule.TimeStep step -> dt * step.factor();
      case CoefficientRule.Steps steps -> Math.rint(value(steps.duration()) / dt);
      case CoefficientRule.Increment(LinearSystem system, int row, int column, double fraction) ->
          propagator(system, fraction).increment(row, column);
      case CoefficientRule.HeldInput(LinearSystem system, int row, int column, double fraction) ->
          propagator(system, fraction).held(row, column);
    };
  }

  private double value(Expr expr) {
    return Evaluation.evaluate(expr, slot -> values.containsKey(slot) ? values.get(slot) : parameters.applyAsDouble(slot));
  }

  private Propagator propagator(LinearSystem system, double fraction) {
    return propagators
        .computeIfAbsent(system, s -> new HashMap<>())
        .computeIfAbsent(
            fraction,
            f -> {
              double[][] matrix = new double[system.size()][system.size()];
              for (int row = 0; row < system.size(); row++) {
                for (int column = 0; column < system.size(); column++) {
                  matrix[row][column] = value(system.matrix().get(row).get(column));
                }
              }
              return Propagator.of(matrix, dt * f);
            });
  }
}

package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Halving the step divides the error of an integrator of order p by 2^p.
///
/// Two non-linear problems: predators and prey (each equation linear in its own variable, as exponential Euler needs), and
/// the oscillator of van der Pol. References are from an integrator of eighth order with a tolerance of 1e-14. `exact`
/// has no order: see [ExactSystemsTest].
class IntegratorOrderTest {
  private static final double DURATION = 4;

  private static final String PREDATORS =
      """
      neuron Problem {
        state x = 1.5, y = 0.6
        x' = 1 [1/ms] * x * (1 - y)
        y' = 1 [1/ms] * y * (x - 1)
        integrate with %s
      }
      """;

  private static final String VAN_DER_POL =
      """
      neuron Problem {
        state x = 1.2, y = 0.3
        x' = 1 [1/ms] * y
        y' = 1 [1/ms] * ((1 - x^2) * y - x)
        integrate with %s
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "euler, 1, 10",
    "sequential_euler, 1, 10",
    "exponential_euler, 1, 10",
    "rk2, 2, 7",
    "rk4, 4, 4"
  })
  void predatorsAndPrey(String method, int order, int halvings) {
    double[] reference =
        reference(new double[] {1.5, 0.6}, (x, y) -> new double[] {x * (1 - y), y * (x - 1)});
    compare(PREDATORS, method, order, halvings, reference);
  }

  @ParameterizedTest
  @CsvSource({"euler, 1, 10", "sequential_euler, 1, 10", "rk2, 2, 7", "rk4, 4, 4"})
  void vanDerPol(String method, int order, int halvings) {
    double[] reference =
        reference(new double[] {1.2, 0.3}, (x, y) -> new double[] {y, (1 - x * x) * y - x});
    compare(VAN_DER_POL, method, order, halvings, reference);
  }

  /// The stages of a method read the time where they are.
  @ParameterizedTest
  @CsvSource({"euler, 1, 10", "rk2, 2, 7", "rk4, 4, 4"})
  void timeInTheEquation(String method, int order, int halvings) {
    String driven =
        """
        neuron Problem {
          state x = 1, y = 0
          x' = 1 [1/ms] * x * cos(t / 1 ms)
          y' = 0 [1/ms] * x^2
          integrate with %s
        }
        """;
    compare(driven, method, order, halvings, new double[] {Math.exp(Math.sin(DURATION)), 0});
  }

  private static void compare(
      String problem, String method, int order, int halvings, double[] reference) {
    double coarse = error(problem, method, Math.scalb(1.0, -halvings), reference);
    double fine = error(problem, method, Math.scalb(1.0, -halvings - 1), reference);
    double observed = Math.log(coarse / fine) / Math.log(2);
    Deviations.report("order of " + method + " is " + order, Math.abs(observed - order), "order");
    assertEquals(order, observed, 0.1, method + ": errors " + List.of(coarse, fine));
  }

  private static double error(String problem, String method, double dt, double[] reference) {
    String text =
        problem.formatted(method) + "population P = 1 of Problem\nrun 4 ms with dt = 1 ms\n";
    int steps = (int) (DURATION / dt);
    Experiment.Result result =
        Experiment.ofText("order", text)
            .dt(dt)
            .follow("P.x", "1")
            .follow("P.y", "1")
            .every(steps)
            .runSteps(steps);
    return Math.hypot(result.state("P.x")[1] - reference[0], result.state("P.y")[1] - reference[1]);
  }

  private interface Problem {
    double[] derivative(double x, double y);
  }

  private static double[] reference(double[] start, Problem problem) {
    double[] state = start.clone();
    new DormandPrince853Integrator(1e-6, 0.1, 1e-14, 1e-14)
        .integrate(
            new FirstOrderDifferentialEquations() {
              @Override
              public int getDimension() {
                return 2;
              }

              @Override
              public void computeDerivatives(double t, double[] values, double[] derivatives) {
                double[] derivative = problem.derivative(values[0], values[1]);
                derivatives[0] = derivative[0];
                derivatives[1] = derivative[1];
              }
            },
            0,
            state,
            DURATION,
            state);
    return state;
  }
}

package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Membrane and synapse under constant input are one linear system, exact to 1e-12 at every step size.
///
/// Cells of random time constants, starts and drives, each with an exponential and an alpha-shaped synaptic current that
/// begins charged; in some the membrane and a synapse decay with the same constant, where the matrix has no full set of
/// eigenvectors, and in some with almost the same. All terms are positive, so that relative errors mean something.
class ExactSystemsTest {
  private static final double TOLERANCE = 1e-12;
  private static final int CELLS = 24;
  private static final long SEED = 20260101;

  private record Cell(
      double tau, double tauE, double tauA, double v, double s, double x, double y, double drive) {
    static Cell random(Random random, int number) {
      double tau = 1 + 40 * random.nextDouble();
      double other = 0.5 + 30 * random.nextDouble();
      double tauE = number % 4 == 0 ? tau : number % 4 == 1 ? tau * (1 + 1e-9) : other;
      double tauA =
          number % 3 == 0
              ? tau
              : number % 3 == 1 ? tau * (1 - 1e-7) : 0.5 + 30 * random.nextDouble();
      return new Cell(
          tau,
          tauE,
          tauA,
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble(),
          random.nextDouble());
    }

    /// The voltage at a time, from integrals that keep their digits when time constants meet.
    double voltage(double t) {
      double e = 1 / tauE - 1 / tau;
      double a = 1 / tauA - 1 / tau;
      double synapses = s * moment(0, e, t) + y * moment(0, a, t) + x / tauA * moment(1, a, t);
      return v * Math.exp(-t / tau)
          - drive * Math.expm1(-t / tau)
          + Math.exp(-t / tau) / tau * synapses;
    }

    /// The integral of r^k exp(-a r) from 0 to t, for k of 0 and 1.
    private static double moment(int k, double a, double t) {
      double z = a * t;
      if (Math.abs(z) < 1) {
        double sum = 0;
        double term = Math.pow(t, k + 1);
        for (int n = 0; n < 40; n++) {
          sum += term / (n + k + 1);
          term *= -z / (n + 1);
        }
        return sum;
      }
      return k == 0 ? -Math.expm1(-z) / a : (-Math.expm1(-z) - z * Math.exp(-z)) / (a * a);
    }
  }

  @TestFactory
  List<DynamicTest> everyStepSize() {
    Random random = new Random(SEED);
    List<Cell> cells = new ArrayList<>();
    for (int k = 0; k < CELLS; k++) {
      cells.add(Cell.random(random, k));
    }
    double[] drawn =
        DoubleStream.generate(() -> Math.exp(-6 + 9 * random.nextDouble())).limit(8).toArray();
    return DoubleStream.concat(DoubleStream.of(0.01, 0.1, 0.5, 1, 10), DoubleStream.of(drawn))
        .mapToObj(dt ->
            DynamicTest.dynamicTest(
                "dt = " + dt + " ms (seed " + SEED + ")", () -> compare(cells, dt)))
        .toList();
  }

  private static void compare(List<Cell> cells, double dt) {
    Experiment experiment = Experiment.ofText("exact-systems", model(cells)).dt(dt);
    for (int k = 0; k < CELLS; k++) {
      experiment.follow("C" + k + ".v");
    }
    int steps = (int) Math.min(2000, Math.ceil(100 / dt));
    Experiment.Result result = experiment.runSteps(steps);
    double largest = 0;
    for (int k = 0; k < CELLS; k++) {
      double[] v = result.state("C" + k + ".v");
      for (int n = 0; n <= steps; n++) {
        double expected = cells.get(k).voltage(n * dt);
        assertEquals(expected, v[n], TOLERANCE * expected, "step " + n + " of " + cells.get(k));
        largest = Math.max(largest, Math.abs(expected - v[n]) / expected);
      }
    }
    Deviations.report("exact systems, dt " + dt + " ms, " + steps + " steps", largest, "relative");
  }

  private static String model(List<Cell> cells) {
    StringBuilder text =
        new StringBuilder(
            """
            neuron Cell {
              param tau : ms, v0 : mV
              input current : mV
              state v = v0
              v' = (current - v) / tau
            }
            synapse Exponential {
              param tau : ms, s0 : mV
              state s = s0 per target
              s' = -s / tau
              output s -> current
            }
            synapse Alpha {
              param tau : ms, x0 : mV, y0 : mV
              state x = x0 per target, y = y0 per target
              x' = -x / tau
              y' = (x - y) / tau
              output y -> current
            }
            """);
    for (int k = 0; k < cells.size(); k++) {
      Cell c = cells.get(k);
      line(text, "population C%d = 1 of Cell(tau = %s ms, v0 = %s mV)", k, c.tau, c.v);
      line(
          text,
          "projection E%d: C%d -> C%d using Exponential(tau = %s ms, s0 = %s mV) { connect one_to_one }",
          k,
          k,
          k,
          c.tauE,
          c.s);
      line(
          text,
          "projection A%d: C%d -> C%d using Alpha(tau = %s ms, x0 = %s mV, y0 = %s mV) { connect one_to_one }",
          k,
          k,
          k,
          c.tauA,
          c.x,
          c.y);
      line(text, "drive C%d.current with %s mV", k, c.drive);
    }
    return text.append("run 100 ms with dt = 0.1 ms\n").toString();
  }

  private static void line(StringBuilder text, String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }
}

package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a current begins to act, when a spike is stamped, and how long a membrane is held.
///
/// *Source*: nest/nest-simulator, `testsuite/pytests/neurons/test_iaf_psc_alpha.py` (voltages, six digits) and
/// `test_iaf_psc_exp.py` (closed form). Rotter S, Diesmann M (1999), Biol Cybern 81:381-402.
class DirectCurrentTest {
  @ParameterizedTest
  @CsvSource({
    "direct-current-onset, dc_generator_1000pA, 0.1, 5.0",
    "direct-current, internal_1000pA, 0.1, 4.8",
    "direct-current, internal_1450pA, 0.1, 3.0",
    "direct-current, internal_1450pA, 0.2, 3.0",
    "direct-current, internal_1450pA, 0.5, 3.0",
    "direct-current, internal_1450pA, 1.0, 3.0"
  })
  void voltagesAndTheSpike(String model, String population, double dt, double spike) {
    Experiment.Result result =
        Experiment.of(model).dt(dt).follow(population + ".v").listen(population).run(8);
    double[] v = result.state(population + ".v");
    assertEquals(spike, result.spikeTimes(population)[0], 1e-12);
    Figures figures = Figures.of("direct-current.csv").where("case", population);
    double[] t = figures.numbers("t_ms");
    double[] expected = figures.numbers("V_mV");
    double largest = 0;
    int compared = 0;
    for (int i = 0; i < t.length; i++) {
      double steps = t[i] / dt;
      if (Math.abs(steps - Math.rint(steps)) < 1e-9) {
        double computed = v[(int) Math.rint(steps)];
        assertEquals(expected[i], computed, 1e-6 * Math.abs(expected[i]), "at " + t[i] + " ms");
        largest = Math.max(largest, Math.abs(expected[i] - computed));
        compared++;
      }
    }
    assertTrue(compared >= 5, compared + " voltages compared");
    Deviations.report(population + ", dt " + dt + " ms, " + compared + " voltages", largest, "mV");
  }

  @Test
  void voltagesAreTheClosedFormToRounding() {
    Experiment.Result result =
        Experiment.of("direct-current-onset").follow("dc_generator_1000pA.v").run(8);
    double[] v = result.state("dc_generator_1000pA.v");
    double[] expected = new double[v.length];
    for (int n = 0; n < v.length; n++) {
      double since = n <= 2 ? 0 : n < 50 ? (n - 2) * 0.1 : n <= 70 ? 0 : (n - 70) * 0.1;
      expected[n] = -70 - 40 * Math.expm1(-since / 10);
    }
    assertEquals(-55.000090731308084, expected[49], 1e-13);
    assertArrayEquals(expected, v, 1e-13);
  }
}

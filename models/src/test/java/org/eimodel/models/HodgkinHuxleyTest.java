package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Four non-linear equations with rates that have a removable hole, under a pulse.
///
/// *Source*: NeuroML/NeuroML2, `LEMSexamples/test/.test.ex1.mep`, and the converged solution of the same equations.
class HodgkinHuxleyTest {
  private final Figures times = Figures.of("hodgkin-huxley.csv");

  /// The published times are not those of the converged solution: simulators lie around them within 0.0037.
  @ParameterizedTest
  @CsvSource({"Chosen", "Euler", "RK2", "RK4"})
  void everyIntegratorIsWithinThePublishedTolerance(String population) {
    Deviations.report(
        "Hodgkin-Huxley published times, " + population,
        Crossings.assertClose(times.numbers("published_ms"), crossings(population), 0.0037),
        "relative");
  }

  @ParameterizedTest
  @CsvSource({"RK2", "RK4"})
  void higherOrdersFindTheConvergedTimes(String population) {
    double[] expected = times.numbers("converged_ms");
    double[] computed = crossings(population);
    assertEquals(expected.length, computed.length);
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], computed[i], 0.02 + 1e-9);
      largest = Math.max(largest, Math.abs(expected[i] - computed[i]));
    }
    Deviations.report("Hodgkin-Huxley converged times, " + population, largest, "ms");
  }

  /// The table has four decimals; the same scheme and step leave its rounding alone.
  @Test
  void theVoltageIsTheConvergedOne() {
    Figures table = Figures.of("hodgkin-huxley-voltage.csv");
    double[] t = table.numbers("t_ms");
    double[] expected = table.numbers("V_mV");
    double[] v = Experiment.of("hodgkin-huxley").dt(0.001).follow("RK4.v").run(150).state("RK4.v");
    double largest = 0;
    for (int i = 0; i < t.length; i++) {
      double computed = v[(int) Math.round(t[i] / 0.001)];
      assertEquals(expected[i], computed, 0.51e-4, "at " + t[i] + " ms");
      largest = Math.max(largest, Math.abs(expected[i] - computed));
    }
    Deviations.report("Hodgkin-Huxley voltage", largest, "mV");
  }

  /// The library's `hh` is the same cell per square centimetre, with a pulse that begins 30 ms earlier.
  @Test
  void theLibraryHasTheSameCell() {
    Experiment.Result result =
        Experiment.library("hh").set("amplitude", "8 [uA/cm^2]").listen("Axon").run(60);
    double[] expected =
        Arrays.stream(times.numbers("converged_ms")).map(t -> t - 30).limit(3).toArray();
    assertArrayEquals(expected, result.spikeTimes("Axon"), 0.02);
  }

  private static double[] crossings(String population) {
    Experiment.Result result = Experiment.of("hodgkin-huxley").follow(population + ".v").run(150);
    return Crossings.upward(result.times(), result.state(population + ".v"), 0);
  }
}

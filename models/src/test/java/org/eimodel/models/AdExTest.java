package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A steep upstroke with a cut-off, and adaptation, against a published adaptive solution.
///
/// *Source*: nest/nest-simulator, `testsuite/pytests/neurons/test_aeif_lsodar.py` and `test_aeif_data_lsodar.dat`; the spike
/// times are those of an eighth-order solution with tolerance 1e-12 of the same equations. Brette R, Gerstner W (2005).
class AdExTest {
  private static final double DT = 0.0002;
  private static final double SAMPLE = 0.01;
  private static final double[] CONVERGED = {
    18.716048, 30.561900, 42.497086, 54.520117, 66.629454, 78.823515, 91.100673
  };
  private static Experiment.Result result;

  @BeforeAll
  static void run() {
    result =
        Experiment.of("adex-trace")
            .dt(DT)
            .follow("Cell.v")
            .follow("Cell.w", "pA")
            .every(50)
            .listen("Cell")
            .run(99);
  }

  /// A spike is found at the end of its step, and so is the reset: each spike may be late by one step more.
  @Test
  void spikesAreThoseOfTheConvergedSolution() {
    double[] spikes = result.spikeTimes("Cell");
    assertEquals(CONVERGED.length, spikes.length);
    double largest = 0;
    for (int k = 0; k < spikes.length; k++) {
      double late = spikes[k] - CONVERGED[k];
      assertTrue(
          late > -1e-5 && late < (k + 1) * DT + 1e-5, "spike " + k + " is late by " + late + " ms");
      largest = Math.max(largest, Math.abs(late));
    }
    Deviations.report("AdEx, seven spike times", largest, "ms");
  }

  /// The published solution is itself early by up to 0.005 ms, which uses up 59 % (v) and 86 % (w) of the tolerance.
  @Test
  void theTraceIsThePublishedOne() {
    Figures trace = Figures.shared("oracles/06-adex-lsodar.csv");
    double[] t = trace.numbers("t_ms");
    double[] v = result.state("Cell.v");
    double v5 = difference(t, trace.numbers("V_mV"), v, v);
    double w5 = difference(t, trace.numbers("w_pA"), result.state("Cell.w"), null);
    Deviations.report("AdEx voltage", v5, "mean relative");
    Deviations.report("AdEx adaptation", w5, "mean relative");
    assertTrue(v5 < 5e-4, "voltage: mean relative difference " + v5);
    assertTrue(w5 < 1e-4, "adaptation: mean relative difference " + w5);
  }

  /// The library's `adex` against an integrator of eighth order that looks for the peak itself.
  @Test
  void theLibraryFiresWhenItShould() {
    double[] spikes = Experiment.library("adex").listen("Cell").run(500).spikeTimes("Cell");
    double[] expected = AdExReference.spikeTimes();
    assertEquals(expected.length, spikes.length);
    double largest = 0;
    for (int k = 0; k < spikes.length; k++) {
      double late = spikes[k] - expected[k];
      assertTrue(Math.abs(late) < 0.01 * (k + 2), "spike " + k + " is late by " + late + " ms");
      largest = Math.max(largest, Math.abs(late));
    }
    Deviations.report("AdEx of the library, eight spike times", largest, "ms");
  }

  /// Mean relative difference at 0.01, 0.02, ... 99 ms; samples in the upstroke (above half way to the peak) are left out.
  private static double difference(
      double[] t, double[] reference, double[] computed, double[] voltage) {
    double sum = 0;
    int count = 0;
    int segment = 0;
    for (int k = 1; k < computed.length; k++) {
      double time = k * SAMPLE;
      while (t[segment + 1] < time) {
        segment++;
      }
      double share = (time - t[segment]) / (t[segment + 1] - t[segment]);
      double expected = reference[segment] + share * (reference[segment + 1] - reference[segment]);
      if (voltage == null || voltage[k] <= -25) {
        sum += Math.abs(expected - computed[k]) / Math.abs(expected);
        count++;
      }
    }
    return sum / count;
  }
}

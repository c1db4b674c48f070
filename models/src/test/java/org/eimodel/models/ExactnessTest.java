package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A linear equation is integrated to rounding error at any step size.
///
/// *Source*: nest/nest-simulator, `testsuite/pytests/neurons/test_iaf_ps_dc_accuracy.py`. Morrison A et al. (2007), Neural
/// Comput 19:47-79.
class ExactnessTest {
  @TestFactory
  List<DynamicTest> everyStepSize() {
    return IntStream.rangeClosed(0, 13)
        .mapToObj(
            k -> DynamicTest.dynamicTest("h = 2^-" + k + " ms", () -> atStep(Math.scalb(1.0, -k))))
        .toList();
  }

  private static void atStep(double h) {
    int five = (int) (5 / h);
    double[] v =
        Experiment.of("exactness").dt(h).follow("Silent.v").every(five).run(500).state("Silent.v");
    double early = -40 * Math.expm1(-0.5);
    assertEquals(early, v[1], 1e-13);
    assertEquals(-40 * Math.expm1(-50), v[100], 1e-9);
    Deviations.report("exactness at h = " + h + " ms after 5 ms", Math.abs(v[1] - early), "mV");
    // the continuous crossing is at -10 ln(1 - 15/40) = 4.700036 ms; a neuron on a grid fires at
    // the next grid point
    double crossing = -10 * Math.log1p(-15.0 / 40);
    assertArrayEquals(new double[] {Math.ceil(crossing / h) * h}, firing(h), 1e-12);
  }

  @Test
  void aTenthOfAMillisecond() {
    assertArrayEquals(new double[] {4.8}, firing(0.1), 1e-12);
  }

  private static double[] firing(double h) {
    return Experiment.of("exactness").dt(h).listen("Firing").run(5).spikeTimes("Firing");
  }
}

package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DoubleTrigonometricsTest {
  private static void check(DoubleUnaryOperator f, DoubleFunction<Wide> exact) {
    Accuracy.even(f, exact, -1, 1);
    Accuracy.even(f, exact, -20, 20);
    Accuracy.even(f, exact, -0x1p30, 0x1p30);
    Accuracy.everyScale(f, exact, 1e-250, 1, 1);
    Accuracy.everyScale(f, exact, 0x1p29, 0x1p60, 1);
    Accuracy.everyScale(f, exact, 0x1p29, Double.MAX_VALUE, -1);
    // Arguments that nearly cancel against a multiple of pi / 2.
    for (int n = 1; n < 2_000_000; n = n * 5 / 4 + 1) {
      double x = n * (Math.PI / 2);
      for (double y : new double[] {Math.nextDown(x), x, Math.nextUp(x)}) {
        double ulps = exact.apply(y).ulps(f.applyAsDouble(y));
        assertTrue(Math.abs(ulps) <= 1, () -> "at " + y + " off by " + ulps);
      }
    }
  }

  @Test
  void sinIsWithinOneUlp() {
    check(DoubleFunctions::sin, Wide::sin);
  }

  @Test
  void cosIsWithinOneUlp() {
    check(DoubleFunctions::cos, Wide::cos);
  }

  @Test
  void tanIsWithinOneUlp() {
    check(DoubleFunctions::tan, Wide::tan);
  }

  /// The double that comes closest of all to a multiple of pi / 2 (J.-M. Muller, Elementary Functions, section 11.3).
  @Test
  void hardestArgument() {
    double x = 6381956970095103.0 * 0x1p797;
    assertEquals(1.0, DoubleFunctions.sin(x));
    assertEquals(-4.687165924254624e-19, DoubleFunctions.cos(x), 1e-33);
    assertEquals(-4.687165924254624e-19, 1 / DoubleFunctions.tan(x), 1e-33);
    assertEquals(DoubleFunctions.cos(x), DoubleFunctions.cos(-x));
    assertEquals(-1.0, DoubleFunctions.sin(-x));
  }

  @Test
  void specialValues() {
    for (double zero : new double[] {0.0, -0.0}) {
      assertEquals(zero, DoubleFunctions.sin(zero));
      assertEquals(1.0, DoubleFunctions.cos(zero));
      assertEquals(zero, DoubleFunctions.tan(zero));
    }
    assertEquals(0.0, DoubleFunctions.sin(0x1p-1030));
    assertEquals(-0.0, DoubleFunctions.tan(-0x1p-1030));
    assertEquals(Double.MIN_NORMAL, DoubleFunctions.sin(Double.MIN_NORMAL));
    for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertTrue(Double.isNaN(DoubleFunctions.sin(x)));
      assertTrue(Double.isNaN(DoubleFunctions.cos(x)));
      assertTrue(Double.isNaN(DoubleFunctions.tan(x)));
    }
  }
}

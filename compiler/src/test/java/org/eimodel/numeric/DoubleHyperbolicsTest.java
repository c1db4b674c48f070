package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleHyperbolicsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void tanhIsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::tanh, Wide::tanh, -1, 1);
    Accuracy.even(DoubleFunctions::tanh, Wide::tanh, -25, 25);
    Accuracy.everyScale(DoubleFunctions::tanh, Wide::tanh, 1e-250, 300, 1);
  }

  @Test
  void sinhIsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::sinh, Wide::sinh, -1, 1);
    Accuracy.even(DoubleFunctions::sinh, Wide::sinh, -60, 60);
    Accuracy.even(DoubleFunctions::sinh, Wide::sinh, -710.4, 710.4);
    Accuracy.everyScale(DoubleFunctions::sinh, Wide::sinh, 1e-250, 700, 1);
  }

  @Test
  void coshIsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::cosh, x -> Wide.cosh(Math.abs(x)), -1, 1);
    Accuracy.even(DoubleFunctions::cosh, x -> Wide.cosh(Math.abs(x)), -60, 60);
    Accuracy.even(DoubleFunctions::cosh, x -> Wide.cosh(Math.abs(x)), -710.4, 710.4);
  }

  @Test
  void symmetryIsExact() {
    for (double x = 1e-12; x < 800; x *= 1.37) {
      assertEquals(-DoubleFunctions.tanh(x), DoubleFunctions.tanh(-x));
      assertEquals(-DoubleFunctions.sinh(x), DoubleFunctions.sinh(-x));
      assertEquals(DoubleFunctions.cosh(x), DoubleFunctions.cosh(-x));
    }
  }

  @Test
  void specialValues() {
    for (double zero : new double[] {0.0, -0.0}) {
      assertEquals(zero, DoubleFunctions.tanh(zero));
      assertEquals(zero, DoubleFunctions.sinh(zero));
      assertEquals(1.0, DoubleFunctions.cosh(zero));
    }
    assertEquals(1.0, DoubleFunctions.tanh(INFINITY));
    assertEquals(-1.0, DoubleFunctions.tanh(-INFINITY));
    assertEquals(INFINITY, DoubleFunctions.sinh(INFINITY));
    assertEquals(-INFINITY, DoubleFunctions.sinh(-INFINITY));
    assertEquals(INFINITY, DoubleFunctions.cosh(-INFINITY));
    assertEquals(0.0, DoubleFunctions.tanh(0x1p-1030));
    assertEquals(-0.0, DoubleFunctions.sinh(-0x1p-1030));
    assertEquals(Double.MIN_NORMAL, DoubleFunctions.sinh(Double.MIN_NORMAL));
    // The last argument before overflow, as the double nearest below log(2 Double.MAX_VALUE).
    double last = 710.4758600739439;
    assertTrue(DoubleFunctions.sinh(last) < INFINITY);
    assertTrue(DoubleFunctions.cosh(last) < INFINITY);
    assertEquals(INFINITY, DoubleFunctions.sinh(Math.nextUp(last)));
    assertEquals(INFINITY, DoubleFunctions.cosh(Math.nextUp(last)));
    assertTrue(Double.isNaN(DoubleFunctions.tanh(Double.NaN)));
    assertTrue(Double.isNaN(DoubleFunctions.sinh(Double.NaN)));
    assertTrue(Double.isNaN(DoubleFunctions.cosh(Double.NaN)));
  }
}

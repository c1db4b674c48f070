package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleLogarithmsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void logIsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::log, Wide::log, 0.65, 0.75);
    Accuracy.even(DoubleFunctions::log, Wide::log, 0.99, 1.01);
    Accuracy.even(DoubleFunctions::log, Wide::log, 1.3, 1.5);
    Accuracy.even(DoubleFunctions::log, Wide::log, 0, 50);
    Accuracy.everyScale(DoubleFunctions::log, Wide::log, Double.MIN_VALUE, Double.MAX_VALUE, 1);
    Accuracy.everyScale(DoubleFunctions::log, Wide::log, Double.MIN_VALUE, Double.MIN_NORMAL, 1);
  }

  @Test
  void log1pIsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::log1p, Wide::log1p, -1, 1);
    Accuracy.even(DoubleFunctions::log1p, Wide::log1p, -0.4, 0.5);
    Accuracy.even(DoubleFunctions::log1p, Wide::log1p, 0, 50);
    Accuracy.everyScale(DoubleFunctions::log1p, Wide::log1p, 1e-250, 1e300, 1);
    Accuracy.everyScale(DoubleFunctions::log1p, Wide::log1p, 1e-250, 0.999, -1);
  }

  @Test
  void specialValues() {
    assertEquals(-INFINITY, DoubleFunctions.log(0.0));
    assertEquals(-INFINITY, DoubleFunctions.log(-0.0));
    assertEquals(0.0, DoubleFunctions.log(1));
    assertEquals(INFINITY, DoubleFunctions.log(INFINITY));
    assertEquals(-INFINITY, DoubleFunctions.log1p(-1));
    assertEquals(INFINITY, DoubleFunctions.log1p(INFINITY));
    assertEquals(0.0, DoubleFunctions.log1p(0.0));
    assertEquals(-0.0, DoubleFunctions.log1p(-0.0));
    assertEquals(0.0, DoubleFunctions.log1p(0x1p-1030));
    assertEquals(DoubleFunctions.log(Double.MAX_VALUE), DoubleFunctions.log1p(Double.MAX_VALUE));
    for (double outside : new double[] {Double.NaN, -2, -INFINITY, Math.nextDown(-1.0)}) {
      assertTrue(Double.isNaN(DoubleFunctions.log(outside)));
      assertTrue(Double.isNaN(DoubleFunctions.log1p(outside)));
    }
    assertTrue(Double.isNaN(DoubleFunctions.log(-Double.MIN_VALUE)));
  }

  @Test
  void logNeverDecreasesWhereTheExponentChanges() {
    for (int k = -1022; k < 1023; k++) {
      double x = Math.scalb(Math.sqrt(0.5), k);
      for (int i = 0; i < 50; i++) {
        x = Math.nextDown(x);
      }
      double last = DoubleFunctions.log(x);
      for (int i = 0; i < 100; i++) {
        x = Math.nextUp(x);
        double y = DoubleFunctions.log(x);
        assertTrue(y >= last, "at " + x);
        last = y;
      }
    }
  }
}

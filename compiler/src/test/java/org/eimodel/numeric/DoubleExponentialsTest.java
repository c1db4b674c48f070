package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoubleExponentialsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void expIsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::exp, x -> Wide.of(x).exp(), -0.4, 0.4);
    Accuracy.even(DoubleFunctions::exp, x -> Wide.of(x).exp(), -5, 5);
    Accuracy.even(DoubleFunctions::exp, x -> Wide.of(x).exp(), -600, 709.7);
  }

  @Test
  void expm1IsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::expm1, x -> Wide.of(x).expm1(), -1, 1);
    Accuracy.even(DoubleFunctions::expm1, x -> Wide.of(x).expm1(), -45, 45);
    Accuracy.even(DoubleFunctions::expm1, x -> Wide.of(x).expm1(), 45, 709.7);
    Accuracy.everyScale(DoubleFunctions::expm1, x -> Wide.of(x).expm1(), 1e-250, 1, 1);
    Accuracy.everyScale(DoubleFunctions::expm1, x -> Wide.of(x).expm1(), 1e-250, 1, -1);
  }

  @Test
  void exprelIsWithinOneUlp() {
    Accuracy.even(DoubleFunctions::exprel, Wide::exprel, -1, 1);
    Accuracy.even(DoubleFunctions::exprel, Wide::exprel, -1.01, -0.9);
    Accuracy.even(DoubleFunctions::exprel, Wide::exprel, 0.9, 1.01);
    Accuracy.even(DoubleFunctions::exprel, Wide::exprel, -2, 2);
    Accuracy.even(DoubleFunctions::exprel, Wide::exprel, -60, 60);
    Accuracy.even(DoubleFunctions::exprel, Wide::exprel, 60, 709.7);
    Accuracy.everyScale(DoubleFunctions::exprel, Wide::exprel, 1e-250, 1, 1);
    Accuracy.everyScale(DoubleFunctions::exprel, x -> Wide.of(-1 / x), 60, 1e300, -1);
  }

  @Test
  void endsOfTheRange() {
    double top = 709.782712893384;
    assertEquals(1.7976931348622732E308, DoubleFunctions.exp(top));
    assertEquals(INFINITY, DoubleFunctions.exp(Math.nextUp(top)));
    double bottom = -708.396418532264;
    assertTrue(DoubleFunctions.exp(bottom) >= Double.MIN_NORMAL);
    assertEquals(0.0, DoubleFunctions.exp(-708.3964185322643));
    assertEquals(0.0, DoubleFunctions.exp(-1e300));
    // e^x overflows, e^x / x does not.
    assertEquals(0, Wide.of(716).minus(Wide.log(716)).exp().ulps(DoubleFunctions.exprel(716)), 1);
    assertEquals(INFINITY, DoubleFunctions.exprel(716.4));
    assertEquals(INFINITY, DoubleFunctions.expm1(710));
    assertEquals(0.0, DoubleFunctions.exprel(-1e308));
    assertEquals(0.0, DoubleFunctions.expm1(0x1p-1030));
    assertEquals(Double.MIN_NORMAL, DoubleFunctions.expm1(Double.MIN_NORMAL));
  }

  @Test
  void specialValues() {
    for (double zero : new double[] {0.0, -0.0}) {
      assertEquals(1.0, DoubleFunctions.exp(zero));
      assertEquals(zero, DoubleFunctions.expm1(zero));
      assertEquals(1.0, DoubleFunctions.exprel(zero));
    }
    assertEquals(INFINITY, DoubleFunctions.exp(INFINITY));
    assertEquals(INFINITY, DoubleFunctions.expm1(INFINITY));
    assertEquals(INFINITY, DoubleFunctions.exprel(INFINITY));
    assertEquals(0.0, DoubleFunctions.exp(-INFINITY));
    assertEquals(-1.0, DoubleFunctions.expm1(-INFINITY));
    assertEquals(0.0, DoubleFunctions.exprel(-INFINITY));
    for (double nan : new double[] {Double.NaN, Double.longBitsToDouble(0xfff8_0000_0000_0123L)}) {
      assertTrue(Double.isNaN(DoubleFunctions.exp(nan)));
      assertTrue(Double.isNaN(DoubleFunctions.expm1(nan)));
      assertTrue(Double.isNaN(DoubleFunctions.exprel(nan)));
    }
  }

  @Test
  void expNeverDecreasesWhereTheArgumentIsReducedDifferently() {
    double step = Math.log(2);
    for (int n = -1000; n < 1000; n++) {
      double x = (n + 0.5) * step - 50 * Math.ulp(n * step);
      double last = DoubleFunctions.exp(x);
      for (int i = 0; i < 100; i++) {
        x = Math.nextUp(x);
        double y = DoubleFunctions.exp(x);
        assertTrue(y >= last, "at " + x);
        last = y;
      }
    }
  }
}

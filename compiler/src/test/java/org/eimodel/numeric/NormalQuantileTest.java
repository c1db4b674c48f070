package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalQuantileTest {
  /// The yardstick improves the function's own value by Newton steps on the distribution, so it needs it as a start.
  private static Wide exact(double p) {
    return p > 0.5
        ? exact(1 - p).negated()
        : Wide.normalQuantile(p, DoubleFunctions.normalQuantile(p));
  }

  @Test
  void isWithinOneUlp() {
    Accuracy.even(DoubleFunctions::normalQuantile, NormalQuantileTest::exact, 0.25, 0.75);
    Accuracy.even(DoubleFunctions::normalQuantile, NormalQuantileTest::exact, 0.08, 0.12);
    Accuracy.even(DoubleFunctions::normalQuantile, NormalQuantileTest::exact, 0.001, 0.999);
    Accuracy.everyScale(DoubleFunctions::normalQuantile, NormalQuantileTest::exact, 1e-280, 0.1, 1);
    Accuracy.everyScale(DoubleFunctions::normalQuantile, NormalQuantileTest::exact, 1e-14, 1e-8, 1);
  }

  @Test
  void ofManyNumbersIsTheSame() {
    double[] p = new SplittableRandom(3).doubles(5000, Double.MIN_VALUE, 1).toArray();
    p[0] = 0.1;
    p[1] = Math.nextDown(0.1);
    p[2] = 0.9;
    p[3] = Math.nextUp(0.9);
    p[4] = Double.MIN_VALUE;
    p[5] = Math.nextDown(1.0);
    double[] all = new double[p.length + 2];
    DoubleFunctions.normalQuantile(p, p.length, all, 1, new int[p.length]);
    for (int j = 0; j < p.length; j++) {
      assertEquals(DoubleFunctions.normalQuantile(p[j]), all[j + 1]);
    }
    assertEquals(0, all[0]);
    assertEquals(0, all[p.length + 1]);
  }

  @Test
  void isSymmetricBitForBit() {
    for (double p = 0x1p-53; p < 0.5; p = p * 1.01 + 0x1p-53) {
      double q = 1 - p;
      assertEquals(-DoubleFunctions.normalQuantile(1 - q), DoubleFunctions.normalQuantile(q));
    }
  }

  @Test
  void neverDecreasesWhereThePiecesMeet() {
    for (double border : new double[] {0.1, 0.9, Math.exp(-25), 0.5}) {
      double p = border - 1000 * Math.ulp(border);
      double last = DoubleFunctions.normalQuantile(p);
      for (int i = 0; i < 2000; i++) {
        p = Math.nextUp(p);
        double z = DoubleFunctions.normalQuantile(p);
        // Neighbours far less than one last place apart may swap by that one place.
        assertTrue(z >= last - Math.ulp(last), "at " + p);
        last = z;
      }
    }
  }

  @Test
  void specialValues() {
    assertEquals(0.0, DoubleFunctions.normalQuantile(0.5));
    assertEquals(Double.NEGATIVE_INFINITY, DoubleFunctions.normalQuantile(0));
    assertEquals(Double.NEGATIVE_INFINITY, DoubleFunctions.normalQuantile(-0.0));
    assertEquals(Double.POSITIVE_INFINITY, DoubleFunctions.normalQuantile(1));
    assertEquals(-38.467405617144344, DoubleFunctions.normalQuantile(Double.MIN_VALUE), 1e-13);
    assertEquals(1.959964f, FloatFunctions.normalQuantile(0.975f), 1e-6f);
    for (double outside : new double[] {-1, Math.nextUp(1.0), Double.NaN, Double.POSITIVE_INFINITY}) {
      assertTrue(Double.isNaN(DoubleFunctions.normalQuantile(outside)));
      assertTrue(Float.isNaN(FloatFunctions.normalQuantile((float) outside + 1e-3f)));
    }
  }
}

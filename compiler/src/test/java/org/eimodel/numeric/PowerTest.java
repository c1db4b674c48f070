package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final double[] CORNERS = {
    0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 2.5, -2.5, 7, Double.NaN, Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY, 1e300, -1e300, 1e-300, 1e20, -1e-20, Double.MIN_VALUE, -Double.MIN_VALUE, 0x1p52, 0x1p53,
    0x1p53 + 2, 0x1p52 + 1, -0x1p52 - 1, 0x1p51 + 0.5, 0x1p23 + 1, -0x1p22 - 0.5, Math.nextUp(1.0), Math.nextDown(1.0)
  };

  /// The base spread evenly over its logarithm, the exponent evenly.
  private static void doubles(double xLow, double xHigh, double yLow, double yHigh) {
    SplittableRandom random = new SplittableRandom(31);
    int compared = 0;
    for (int i = 0; i < 20_000; i++) {
      double x = xLow * StrictMath.pow(xHigh / xLow, random.nextDouble());
      double y = yLow + random.nextDouble() * (yHigh - yLow);
      double near = StrictMath.pow(x, y);
      // The yardstick needs room below for its second part.
      if (near > 1e-290 && near < 1e308) {
        double ulps = Wide.pow(x, y).ulps(DoubleFunctions.pow(x, y));
        assertTrue(Math.abs(ulps) <= 1, () -> x + " ^ " + y + " is off by " + ulps);
        compared++;
      }
    }
    assertTrue(compared > 1000);
  }

  @Test
  void doublesAreWithinOneUlp() {
    doubles(0.5, 2, -3, 3);
    doubles(0.9, 1.1, -6000, 6000);
    doubles(1 - 1e-10, 1 + 1e-10, -1e12, 1e12);
    doubles(1e-300, 1e-3, -1, 1);
    doubles(1, 1e300, 0, 10);
    doubles(1, 1e10, -25, 30);
  }

  @Test
  void floatsAreWithinOneUlp() {
    SplittableRandom random = new SplittableRandom(37);
    for (int i = 0; i < 300_000; i++) {
      float x = Float.intBitsToFloat(random.nextInt());
      float y = i % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) (random.nextDouble() * 20 - 10);
      double exact = StrictMath.pow(x, y);
      float z = FloatFunctions.pow(x, y);
      if (Math.abs(exact) < Float.MIN_NORMAL) {
        assertEquals(Math.copySign(0f, (float) exact), z, () -> x + " ^ " + y);
      } else if (Math.abs(exact) < Float.MAX_VALUE) {
        assertTrue(Math.abs(z - exact) <= 0.51 * Math.ulp((float) exact), () -> x + " ^ " + y + " = " + z);
      } else {
        assertEquals((float) exact, z, () -> x + " ^ " + y);
      }
    }
  }

  @Test
  void specialCasesAreThoseOfMath() {
    for (double x : CORNERS) {
      for (double y : CORNERS) {
        double exact = StrictMath.pow(x, y);
        double expected = Math.abs(exact) < Double.MIN_NORMAL ? Math.copySign(0, exact) : exact;
        double tolerance = Double.isInfinite(expected) || expected == 0 ? 0 : Math.ulp(expected);
        double z = DoubleFunctions.pow(x, y);
        if (tolerance == 0 || Double.isNaN(expected)) {
          assertEquals(expected, z, () -> x + " ^ " + y);
        } else {
          assertEquals(expected, z, tolerance, () -> x + " ^ " + y);
        }
        float exactFloat = (float) StrictMath.pow((float) x, (float) y);
        float expectedFloat = Math.abs(exactFloat) < Float.MIN_NORMAL ? Math.copySign(0f, exactFloat) : exactFloat;
        assertEquals(expectedFloat, FloatFunctions.pow((float) x, (float) y), () -> (float) x + " ^ " + (float) y);
      }
    }
  }
}

package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// How far a function is from the exact value, in units in the last place, over seeded samples.
///
/// `-Deimodel.samples=N` draws N arguments per range instead of 4,000.
final class Accuracy {
  private static final int SAMPLES = Integer.getInteger("eimodel.samples", 4_000);
  private static final int MANTISSA = Float.PRECISION - 1;

  /// A function of one float; the library has no such interface.
  @FunctionalInterface
  interface FloatOperator {
    float apply(float x);
  }

  private Accuracy() {}

  /// Evenly distributed arguments in [from, to).
  static void even(DoubleUnaryOperator f, DoubleFunction<Wide> exact, double from, double to) {
    SplittableRandom random = new SplittableRandom(17);
    check(f, exact, () -> from + random.nextDouble() * (to - from));
  }

  /// Arguments whose bit patterns are evenly distributed between those of two positive numbers; `sign` multiplies them.
  static void everyScale(DoubleUnaryOperator f, DoubleFunction<Wide> exact, double from, double to, int sign) {
    SplittableRandom random = new SplittableRandom(23);
    long low = Double.doubleToLongBits(from);
    long high = Double.doubleToLongBits(to);
    check(f, exact, () -> sign * Double.longBitsToDouble(low + random.nextLong(high - low)));
  }

  private static void check(
      DoubleUnaryOperator f, DoubleFunction<Wide> exact, DoubleSupplier arguments) {
    for (int i = 0; i < SAMPLES; i++) {
      double x = arguments.getAsDouble();
      double y = f.applyAsDouble(x);
      double ulps = exact.apply(x).ulps(y);
      assertTrue(Math.abs(ulps) <= 1, () -> "f(" + x + ") = " + y + " is off by " + ulps + " ulp");
    }
  }

  /// Holds a float function against a double one whose own error is far below a float's last place: each `step`-th float
  /// of all 2^32, so a step of 1 is a proof. Signs and exponents are shared among the processors.
  static void floats(FloatOperator f, DoubleUnaryOperator exact, int step) {
    IntStream.range(0, 1 << 9).parallel().forEach(binade -> {
      long first = (long) binade << MANTISSA;
      long next = first + (1L << MANTISSA);
      for (long bits = Math.ceilDiv(first, step) * step; bits < next; bits += step) {
        float x = Float.intBitsToFloat((int) bits);
        agree(x, f.apply(x), exact.applyAsDouble(x));
      }
    });
  }

  private static void agree(float x, float y, double exact) {
    double size = Math.abs(exact);
    if (size >= Float.MIN_NORMAL && size < Float.MAX_VALUE) {
      double ulps = Math.abs(y - exact) / Math.ulp((float) exact);
      if (!(ulps <= 1)) {
        throw new AssertionError("f(" + x + ") = " + y + " is off by " + ulps + " ulp from " + exact);
      }
    } else if (size > 0 && size < Float.MIN_NORMAL) {
      // The last half ulp below the smallest normal number may round up to it.
      boolean edge = size > Float.MIN_NORMAL * (1 - 0x1p-24) && Math.abs(y) == Float.MIN_NORMAL;
      assertTrue(y == 0 || edge, () -> "f(" + x + ") = " + y + " should be zero");
    } else if (size >= Float.MAX_VALUE && !Float.isInfinite((float) exact)) {
      assertTrue(Math.abs(y) >= Float.MAX_VALUE, () -> "f(" + x + ") = " + y);
    } else {
      assertEquals((float) exact, y, () -> "f(" + x + ")");
    }
  }

  /// A step that visits about N floats, coprime to powers of two so that every exponent and sign is met.
  static int stepFor(int count) {
    return (int) ((1L << 32) / count) | 1;
  }
}

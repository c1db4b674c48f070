package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.util.Random;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.FlushToZero;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is flushed in lanes, number by number.
class FlushLanesTest {
  private static final int ROOM = 70;

  @ParameterizedTest
  @CsvSource({
    "SINGLE, 128", "SINGLE, 256", "SINGLE, 512", "DOUBLE, 128", "DOUBLE, 256", "DOUBLE, 512"
  })
  void everyNumberInEveryWidth(Precision precision, int bits) throws ReflectiveOperationException {
    double least = precision.round(precision.flushBelow());
    double below =
        precision == Precision.SINGLE ? Math.nextDown((float) least) : Math.nextDown(least);
    double smallest = precision == Precision.SINGLE ? Float.MIN_VALUE : Double.MIN_VALUE;
    double[] special = {
      least, below, -least, -below, 0, -0.0, smallest, 1, -60,
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    FlushToZero lanes =
        (FlushToZero)
            new OtherWidth(bits).method("FlushLanes", "of", Precision.class).invoke(null, precision);
    Random random = new Random(bits);
    for (int size = 0; size <= ROOM; size++) {
      double[] before =
          random.ints(ROOM + 2, 0, special.length).mapToDouble(k -> special[k]).toArray();
      Object inLanes = array(precision, before);
      Object scalar = array(precision, before);
      lanes.flush(inLanes, 1, 1 + size);
      FlushToZero.scalar(precision).flush(scalar, 1, 1 + size);
      for (int i = 0; i < before.length; i++) {
        boolean small = i >= 1 && i < 1 + size && Math.abs(before[i]) < least;
        assertSameBits(small ? 0 : before[i], inLanes, i);
        assertSameBits(small ? 0 : before[i], scalar, i);
      }
    }
  }

  private static Object array(Precision precision, double[] values) {
    if (precision == Precision.DOUBLE) {
      return values.clone();
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /// The bits, so that -0 is not +0; a `float` is widened without loss.
  private static void assertSameBits(double expected, Object array, int i) {
    assertEquals(
        Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(Array.getDouble(array, i)));
  }
}

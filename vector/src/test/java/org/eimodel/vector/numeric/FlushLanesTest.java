package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.FlushToZero;
import org.junit.jupiter.api.Test;

/// What is flushed in lanes, number by number.
class FlushLanesTest {
  private static final int ROOM = 70;

  @Test
  void singlePrecision() {
    float least = (float) Precision.SINGLE.flushBelow();
    float[] special = {
      least, Math.nextDown(least), -least, -Math.nextDown(least), 0, -0f, Float.MIN_VALUE, 1, -60,
      Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
    };
    Random random = new Random(1);
    FlushToZero lanes = FlushLanes.of(Precision.SINGLE);
    for (int size = 0; size <= ROOM; size++) {
      float[] before = new float[ROOM + 2];
      for (int i = 0; i < before.length; i++) {
        before[i] = special[random.nextInt(special.length)];
      }
      float[] after = before.clone();
      lanes.flush(after, 1, 1 + size);
      for (int i = 0; i < before.length; i++) {
        boolean small = i >= 1 && i < 1 + size && Math.abs(before[i]) < least;
        // the bits, so that -0 is not +0
        assertEquals(
            Float.floatToRawIntBits(small ? 0 : before[i]), Float.floatToRawIntBits(after[i]));
      }
      float[] scalar = before.clone();
      FlushToZero.scalar(Precision.SINGLE).flush(scalar, 1, 1 + size);
      assertArrayEquals(scalar, after);
    }
  }

  @Test
  void doublePrecision() {
    double least = Precision.DOUBLE.flushBelow();
    double[] special = {
      least, Math.nextDown(least), -least, -Math.nextDown(least), 0, -0.0, Double.MIN_VALUE, 1, -60,
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    Random random = new Random(2);
    FlushToZero lanes = FlushLanes.of(Precision.DOUBLE);
    for (int size = 0; size <= ROOM; size++) {
      double[] before = new double[ROOM + 2];
      for (int i = 0; i < before.length; i++) {
        before[i] = special[random.nextInt(special.length)];
      }
      double[] after = before.clone();
      lanes.flush(after, 1, 1 + size);
      for (int i = 0; i < before.length; i++) {
        boolean small = i >= 1 && i < 1 + size && Math.abs(before[i]) < least;
        assertEquals(
            Double.doubleToRawLongBits(small ? 0 : before[i]),
            Double.doubleToRawLongBits(after[i]));
      }
      double[] scalar = before.clone();
      FlushToZero.scalar(Precision.DOUBLE).flush(scalar, 1, 1 + size);
      assertArrayEquals(scalar, after);
    }
  }
}

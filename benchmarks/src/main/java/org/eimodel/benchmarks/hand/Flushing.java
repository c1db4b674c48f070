package org.eimodel.benchmarks.hand;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.eimodel.vector.numeric.LaneWidth;

/// Makes zeros of what is next to zero, every sixteenth step; of arrays of whole vectors.
final class Flushing {
  private Flushing() {}

  static void flush(double[] numbers) {
    DoubleVector smallest = DoubleVector.broadcast(LaneWidth.DOUBLE, 1e-200);
    DoubleVector zero = DoubleVector.zero(LaneWidth.DOUBLE);
    for (int i = 0; i < numbers.length; i += LaneWidth.DOUBLE.length()) {
      DoubleVector x = DoubleVector.fromArray(LaneWidth.DOUBLE, numbers, i);
      x.blend(zero, x.abs().compare(VectorOperators.LT, smallest)).intoArray(numbers, i);
    }
  }

  static void flush(float[] numbers) {
    FloatVector smallest = FloatVector.broadcast(LaneWidth.FLOAT, 1e-30f);
    FloatVector zero = FloatVector.zero(LaneWidth.FLOAT);
    for (int i = 0; i < numbers.length; i += LaneWidth.FLOAT.length()) {
      FloatVector x = FloatVector.fromArray(LaneWidth.FLOAT, numbers, i);
      x.blend(zero, x.abs().compare(VectorOperators.LT, smallest)).intoArray(numbers, i);
    }
  }
}

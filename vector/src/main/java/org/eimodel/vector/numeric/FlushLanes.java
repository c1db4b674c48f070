package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.FlushToZero;

/// The flush of decaying states in vector lanes.
public final class FlushLanes {
  private FlushLanes() {}

  /// {@return the form in lanes}
  public static FlushToZero of(Precision precision) {
    FlushToZero rest = FlushToZero.scalar(precision);
    return switch (precision) {
      case SINGLE -> (numbers, from, to) ->
          rest.flush(numbers, flush((float[]) numbers, from, to), to);
      case DOUBLE -> (numbers, from, to) ->
          rest.flush(numbers, flush((double[]) numbers, from, to), to);
    };
  }

  /// {@return the first number after the last whole vector}
  private static int flush(float[] numbers, int from, int to) {
    int lanes = LaneWidth.FLOAT.length();
    int end = from + (to - from) / lanes * lanes;
    FloatVector least = FloatLanes.all((float) Precision.SINGLE.flushBelow());
    FloatVector zero = FloatLanes.all(0);
    for (int i = from; i < end; i += lanes) {
      FloatVector x = FloatVector.fromArray(LaneWidth.FLOAT, numbers, i);
      x.blend(zero, x.abs().compare(LT, least)).intoArray(numbers, i);
    }
    return end;
  }

  private static int flush(double[] numbers, int from, int to) {
    int lanes = LaneWidth.DOUBLE.length();
    int end = from + (to - from) / lanes * lanes;
    DoubleVector least = DoubleLanes.all(Precision.DOUBLE.flushBelow());
    DoubleVector zero = DoubleLanes.all(0);
    for (int i = from; i < end; i += lanes) {
      DoubleVector x = DoubleVector.fromArray(LaneWidth.DOUBLE, numbers, i);
      x.blend(zero, x.abs().compare(LT, least)).intoArray(numbers, i);
    }
    return end;
  }
}

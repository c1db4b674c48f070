package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The loops' form of `FloatLogarithms`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class FloatLogarithmLoops {
  private static final int LANES = FLOAT.length();

  private static final FloatVector NORMAL = all(Float.MIN_NORMAL);
  private static final FloatVector LOG_1 = all(0x1p25f);
  private static final IntVector LOG_2 = bits(0x3f800000 - 0x3f3504f3);
  private static final FloatVector LOG_3 = all(0x1p23f + 127);
  private static final FloatVector ZERO = all(0);
  private static final FloatVector LOG_4 = all(25);
  private static final FloatVector ONE = all(1);
  private static final FloatVector TWO = all(2);
  private static final FloatVector LOG_5 = all(0x1.e2f8cp-3f);
  private static final FloatVector LOG_6 = all(0x1.2438cap-2f);
  private static final FloatVector LOG_7 = all(0x1.999a7ap-2f);
  private static final FloatVector LOG_8 = all(0x1.555554p-1f);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector MINUS_INFINITY = all(Float.NEGATIVE_INFINITY);
  private static final FloatVector NAN = all(Float.NaN);
  private static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
  private static final FloatVector MINUS_ONE = all(-1);
  private static final IntVector FRACTION = bits(0x007fffff);
  private static final IntVector INTEGER = bits(0x4b000000);
  private static final FloatVector LN2_REST = all(0x1.7f7d1cp-20f);
  private static final FloatVector LN2_SHORT = all(0x1.62e4p-1f);
  private static final IntVector SQRT_HALF = bits(0x3f3504f3);

  private FloatLogarithmLoops() {}

  /// The natural logarithm.
  static void log(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      VectorMask<Float> subnormal = x.compare(LT, NORMAL);
      FloatVector x2 = x.blend(x.mul(LOG_1), subnormal);
      IntVector split = x2.reinterpretAsInts().add(LOG_2);
      FloatVector k2 =
          split
              .lanewise(LSHR, 23)
              .or(INTEGER)
              .reinterpretAsFloats()
              .sub(LOG_3)
              .sub(ZERO.blend(LOG_4, subnormal));
      FloatVector f = split.and(FRACTION).add(SQRT_HALF).reinterpretAsFloats().sub(ONE);
      FloatVector s = f.div(f.add(TWO));
      FloatVector z = s.mul(s);
      FloatVector p = z.fma(LOG_5, LOG_6);
      p = p.fma(z, LOG_7);
      p = p.fma(z, LOG_8);
      FloatVector square = f.mul(HALF).mul(f);
      FloatVector small = s.fma(z.fma(p, square), k2.fma(LN2_REST, ZERO)).sub(square);
      FloatVector large = k2.mul(LN2_SHORT);
      FloatVector sum = large.add(f);
      FloatVector y = sum.add(f.sub(sum.sub(large)).add(small));
      y = y.blend(MINUS_INFINITY, x.compare(EQ, ZERO));
      y = y.blend(NAN, x.compare(LT, ZERO));
      x.blend(y, x.compare(LT, INFINITY)).intoArray(out, to + i);
    }
  }

  /// log(1 + x), without cancellation near zero.
  static void log1p(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector u = x.add(ONE);
      FloatVector moved = u.sub(ONE);
      FloatVector error = ONE.sub(u.sub(moved)).add(x.sub(moved));
      IntVector split = u.reinterpretAsInts().add(LOG_2);
      FloatVector k2 = split.lanewise(LSHR, 23).or(INTEGER).reinterpretAsFloats().sub(LOG_3);
      VectorMask<Float> near = k2.compare(EQ, ZERO);
      FloatVector f =
          split.and(FRACTION).add(SQRT_HALF).reinterpretAsFloats().sub(ONE).blend(x, near);
      FloatVector correction = error.div(u).blend(ZERO, near);
      FloatVector s = f.div(f.add(TWO));
      FloatVector z = s.mul(s);
      FloatVector p = z.fma(LOG_5, LOG_6);
      p = p.fma(z, LOG_7);
      p = p.fma(z, LOG_8);
      FloatVector square = f.mul(HALF).mul(f);
      FloatVector small = s.fma(z.fma(p, square), k2.fma(LN2_REST, correction)).sub(square);
      FloatVector large = k2.mul(LN2_SHORT);
      FloatVector sum = large.add(f);
      FloatVector y = sum.add(f.sub(sum.sub(large)).add(small));
      y = y.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL));
      y = y.blend(MINUS_INFINITY, x.compare(EQ, MINUS_ONE));
      y = y.blend(NAN, x.compare(LT, MINUS_ONE));
      x.blend(y, x.compare(LT, INFINITY)).intoArray(out, to + i);
    }
  }
}

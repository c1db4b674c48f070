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
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class FloatLogarithmLoops {
  private static final int LANES = FLOAT.length();

  private static final float NORMAL = Float.MIN_NORMAL;
  private static final float LOG_1 = 0x1p25f;
  private static final int LOG_2 = 0x3f800000 - 0x3f3504f3;
  private static final float LOG_3 = 0x1p23f + 127;
  private static final float ZERO = 0;
  private static final float LOG_4 = 25;
  private static final float ONE = 1;
  private static final float TWO = 2;
  private static final float LOG_5 = 0x1.e2f8cp-3f;
  private static final float LOG_6 = 0x1.2438cap-2f;
  private static final float LOG_7 = 0x1.999a7ap-2f;
  private static final float LOG_8 = 0x1.555554p-1f;
  private static final float HALF = 0.5f;
  private static final float MINUS_INFINITY = Float.NEGATIVE_INFINITY;
  private static final float NAN = Float.NaN;
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float MINUS_ONE = -1;
  private static final int FRACTION = 0x007fffff;
  private static final int INTEGER = 0x4b000000;
  private static final float LN2_REST = 0x1.7f7d1cp-20f;
  private static final float LN2_SHORT = 0x1.62e4p-1f;
  private static final int SQRT_HALF = 0x3f3504f3;

  private FloatLogarithmLoops() {}

  /// The natural logarithm.
  static void log(float[] in, int from, float[] out, int to, int count) {
    FloatVector normal = all(NORMAL);
    FloatVector log1 = all(LOG_1);
    IntVector log2 = bits(LOG_2);
    IntVector integer = bits(INTEGER);
    FloatVector log3 = all(LOG_3);
    FloatVector zero = all(ZERO);
    FloatVector log4 = all(LOG_4);
    IntVector fraction = bits(FRACTION);
    IntVector sqrtHalf = bits(SQRT_HALF);
    FloatVector one = all(ONE);
    FloatVector two = all(TWO);
    FloatVector log5 = all(LOG_5);
    FloatVector log6 = all(LOG_6);
    FloatVector log7 = all(LOG_7);
    FloatVector log8 = all(LOG_8);
    FloatVector half = all(HALF);
    FloatVector ln2Rest = all(LN2_REST);
    FloatVector ln2Short = all(LN2_SHORT);
    FloatVector minusInfinity = all(MINUS_INFINITY);
    FloatVector nan = all(NAN);
    FloatVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      VectorMask<Float> subnormal = x.compare(LT, normal);
      FloatVector x2 = x.blend(x.mul(log1), subnormal);
      IntVector split = x2.reinterpretAsInts().add(log2);
      FloatVector k2 =
          split
              .lanewise(LSHR, 23)
              .or(integer)
              .reinterpretAsFloats()
              .sub(log3)
              .sub(zero.blend(log4, subnormal));
      FloatVector f = split.and(fraction).add(sqrtHalf).reinterpretAsFloats().sub(one);
      FloatVector s = f.div(f.add(two));
      FloatVector z = s.mul(s);
      FloatVector p = z.fma(log5, log6);
      p = p.fma(z, log7);
      p = p.fma(z, log8);
      FloatVector square = f.mul(half).mul(f);
      FloatVector small = s.fma(z.fma(p, square), k2.fma(ln2Rest, zero)).sub(square);
      FloatVector large = k2.mul(ln2Short);
      FloatVector sum = large.add(f);
      FloatVector y = sum.add(f.sub(sum.sub(large)).add(small));
      y = y.blend(minusInfinity, x.compare(EQ, zero));
      y = y.blend(nan, x.compare(LT, zero));
      x.blend(y, x.compare(LT, infinity)).intoArray(out, to + i);
    }
  }

  /// log(1 + x), without cancellation near zero.
  static void log1p(float[] in, int from, float[] out, int to, int count) {
    FloatVector one = all(ONE);
    IntVector log2 = bits(LOG_2);
    IntVector integer = bits(INTEGER);
    FloatVector log3 = all(LOG_3);
    FloatVector zero = all(ZERO);
    IntVector fraction = bits(FRACTION);
    IntVector sqrtHalf = bits(SQRT_HALF);
    FloatVector two = all(TWO);
    FloatVector log5 = all(LOG_5);
    FloatVector log6 = all(LOG_6);
    FloatVector log7 = all(LOG_7);
    FloatVector log8 = all(LOG_8);
    FloatVector half = all(HALF);
    FloatVector ln2Rest = all(LN2_REST);
    FloatVector ln2Short = all(LN2_SHORT);
    FloatVector normal = all(NORMAL);
    FloatVector minusInfinity = all(MINUS_INFINITY);
    FloatVector minusOne = all(MINUS_ONE);
    FloatVector nan = all(NAN);
    FloatVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector u = x.add(one);
      FloatVector moved = u.sub(one);
      FloatVector error = one.sub(u.sub(moved)).add(x.sub(moved));
      IntVector split = u.reinterpretAsInts().add(log2);
      FloatVector k2 = split.lanewise(LSHR, 23).or(integer).reinterpretAsFloats().sub(log3);
      VectorMask<Float> near = k2.compare(EQ, zero);
      FloatVector f =
          split.and(fraction).add(sqrtHalf).reinterpretAsFloats().sub(one).blend(x, near);
      FloatVector correction = error.div(u).blend(zero, near);
      FloatVector s = f.div(f.add(two));
      FloatVector z = s.mul(s);
      FloatVector p = z.fma(log5, log6);
      p = p.fma(z, log7);
      p = p.fma(z, log8);
      FloatVector square = f.mul(half).mul(f);
      FloatVector small = s.fma(z.fma(p, square), k2.fma(ln2Rest, correction)).sub(square);
      FloatVector large = k2.mul(ln2Short);
      FloatVector sum = large.add(f);
      FloatVector y = sum.add(f.sub(sum.sub(large)).add(small));
      y = y.blend(x.mul(zero), x.abs().compare(LT, normal));
      y = y.blend(minusInfinity, x.compare(EQ, minusOne));
      y = y.blend(nan, x.compare(LT, minusOne));
      x.blend(y, x.compare(LT, infinity)).intoArray(out, to + i);
    }
  }
}

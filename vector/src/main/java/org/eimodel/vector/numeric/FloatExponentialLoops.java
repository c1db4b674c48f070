package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The loops' form of `FloatExponentials`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class FloatExponentialLoops {
  private static final int LANES = FLOAT.length();

  private static final FloatVector MINUS_LN2_HIGH = all(-0x1.62e43p-1f);
  private static final FloatVector MINUS_LN2_LOW = all(0x1.05c61p-29f);
  private static final FloatVector EXP_1 = all(0x1.5554b2p-5f);
  private static final FloatVector EXP_2 = all(0x1.555556p-3f);
  private static final FloatVector EXP_3 = all(0x1.6d7204p-10f);
  private static final FloatVector EXP_4 = all(0x1.111092p-7f);
  private static final FloatVector EXP_5 = all(0x1.a19f6cp-13f);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector ONE = all(1);
  private static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
  private static final FloatVector ZERO = all(0);
  private static final IntVector EXPM1_6 = bits(126);
  private static final FloatVector TWO = all(2);
  private static final FloatVector EXPM1_7 = all(0x1p-25f);
  private static final FloatVector NORMAL = all(Float.MIN_NORMAL);
  private static final FloatVector EXPM1_8 = all(-20);
  private static final FloatVector MINUS_ONE = all(-1);
  private static final FloatVector NEAR_0 = all(0x1.555556p-3f);
  private static final FloatVector NEAR_1 = all(0x1.555566p-5f);
  private static final FloatVector NEAR_2 = all(0x1.111118p-7f);
  private static final FloatVector NEAR_3 = all(0x1.6c066p-10f);
  private static final FloatVector NEAR_4 = all(0x1.a00e1ep-13f);
  private static final FloatVector NEAR_5 = all(0x1.a845p-16f);
  private static final FloatVector NEAR_6 = all(0x1.77ccbcp-19f);
  private static final FloatVector EXPREL_9 = all(-30);
  private static final FloatVector EXPREL_10 = all(96);
  private static final FloatVector EXPREL_11 = all(0x1p-16f);
  private static final FloatVector EXPREL_12 = all(0x1p16f);
  private static final IntVector EXPREL_13 = bits(111);
  private static final IntVector EXPREL_14 = bits(127);
  private static final FloatVector EXPREL_15 = all(-0x1p126f);
  private static final FloatVector EXP_HIGHEST = all(0x1.62e42ep6f);
  private static final FloatVector EXP_LOWEST = all(-0x1.5d589ep6f);
  private static final FloatVector LOG2_E = all(0x1.715476p+0f);
  private static final FloatVector ROUND = all(0x1.8p23f);

  private FloatExponentialLoops() {}

  /// E to the power x.
  static void exp(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector t = x.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector high = n.fma(MINUS_LN2_HIGH, x);
      FloatVector r = n.fma(MINUS_LN2_LOW, high);
      FloatVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector a = r.fma(EXP_1, EXP_2);
      FloatVector b = r.fma(EXP_3, EXP_4);
      FloatVector p = r.add(r.mul(r).fma(r.fma(r2.fma(EXP_5, b).fma(r2, a), HALF), c)).add(ONE);
      FloatVector y =
          p.reinterpretAsInts().add(t.reinterpretAsInts().lanewise(LSHL, 23)).reinterpretAsFloats();
      y = y.blend(INFINITY, x.compare(GT, EXP_HIGHEST));
      y = y.blend(ZERO, x.compare(LT, EXP_LOWEST));
      y.blend(x, x.compare(NE, x)).intoArray(out, to + i);
    }
  }

  /// E to the power x, less one, without cancellation near zero.
  static void expm1(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector t = x.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector high = n.fma(MINUS_LN2_HIGH, x);
      FloatVector r = n.fma(MINUS_LN2_LOW, high);
      FloatVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(EXP_1, EXP_2);
      FloatVector b = r.fma(EXP_3, EXP_4);
      FloatVector e = r.mul(r2).fma(r22.fma(EXP_5, b).fma(r22, a), quadratic);
      FloatVector half =
          t.reinterpretAsInts().add(EXPM1_6).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector a2 = half.sub(HALF);
      FloatVector b2 = half.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = half.fma(e, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(HALF)));
      FloatVector y = sum.add(rest).mul(TWO);
      y = y.blend(x, x.abs().compare(LT, EXPM1_7));
      y = y.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL));
      y = y.blend(MINUS_ONE, x.compare(LT, EXPM1_8));
      y.blend(INFINITY, x.compare(GT, EXP_HIGHEST)).intoArray(out, to + i);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  static void exprel(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector s2 = x.mul(x);
      FloatVector na = x.fma(NEAR_3, NEAR_2);
      FloatVector nb = x.fma(NEAR_5, NEAR_4);
      FloatVector near = s2.fma(NEAR_6, nb).fma(s2, na);
      near = near.fma(x, NEAR_1).fma(x, NEAR_0).fma(x, HALF).fma(x, ONE);
      VectorMask<Float> isNear = x.abs().compare(LE, ONE);
      if (isNear.allTrue()) {
        near.intoArray(out, to + i);
        continue;
      }
      FloatVector bounded = x.blend(EXPREL_9, x.compare(LT, EXPREL_9));
      bounded = bounded.blend(EXPREL_10, bounded.compare(GT, EXPREL_10));
      FloatVector t = bounded.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector high = n.fma(MINUS_LN2_HIGH, bounded);
      FloatVector r = n.fma(MINUS_LN2_LOW, high);
      FloatVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(EXP_1, EXP_2);
      FloatVector b = r.fma(EXP_3, EXP_4);
      FloatVector e = r.mul(r2).fma(r22.fma(EXP_5, b).fma(r22, a), quadratic);
      VectorMask<Float> positive = x.compare(GT, ZERO);
      FloatVector unit = ONE.blend(EXPREL_11, positive);
      FloatVector back = ONE.blend(EXPREL_12, positive);
      FloatVector scale =
          t.reinterpretAsInts()
              .add(EXPREL_14)
              .lanewise(LSHL, 23)
              .reinterpretAsFloats()
              .blend(
                  t.reinterpretAsInts().add(EXPREL_13).lanewise(LSHL, 23).reinterpretAsFloats(),
                  positive);
      FloatVector a2 = scale.sub(unit);
      FloatVector b2 = scale.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = scale.fma(e, b2.sub(sum.sub(a2)).add(scale.sub(a2).sub(unit)));
      FloatVector numerator = sum.add(rest);
      FloatVector numeratorLow = rest.sub(numerator.sub(sum));
      FloatVector inverse = ONE.div(x);
      FloatVector q = numerator.mul(inverse);
      FloatVector y = back.mul(q.neg().fma(x, numerator).add(numeratorLow).fma(inverse, q));
      y = y.blend(ZERO, x.compare(LT, EXPREL_15));
      y = y.blend(INFINITY, x.compare(GT, EXPREL_10));
      y.blend(near, isNear).intoArray(out, to + i);
    }
  }
}

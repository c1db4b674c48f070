package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// The loops' form of `FloatHyperbolics`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class FloatHyperbolicLoops {
  private static final int LANES = FLOAT.length();

  private static final FloatVector TANH_1 = all(10);
  private static final FloatVector TWO = all(2);
  private static final FloatVector MINUS_LN2_HIGH = all(-0x1.62e43p-1f);
  private static final FloatVector MINUS_LN2_LOW = all(0x1.05c61p-29f);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector TANH_2 = all(0x1.5554b2p-5f);
  private static final FloatVector TANH_3 = all(0x1.555556p-3f);
  private static final FloatVector TANH_4 = all(0x1.6d7204p-10f);
  private static final FloatVector TANH_5 = all(0x1.111092p-7f);
  private static final FloatVector TANH_6 = all(0x1.a19f6cp-13f);
  private static final IntVector TANH_7 = bits(126);
  private static final FloatVector ONE = all(1);
  private static final FloatVector ZERO = all(0);
  private static final FloatVector TANH_8 = all(0x1p-25f);
  private static final FloatVector NORMAL = all(Float.MIN_NORMAL);
  private static final FloatVector SINH_9 = all(89.5f);
  private static final IntVector SINH_10 = bits(125);
  private static final FloatVector SINH_11 = all(0.25f);
  private static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
  private static final FloatVector COSH_12 = all(0.0625f);
  private static final FloatVector LOG2_E = all(0x1.715476p+0f);
  private static final FloatVector ROUND = all(0x1.8p23f);

  private FloatHyperbolicLoops() {}

  /// The hyperbolic tangent.
  static void tanh(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector size = x.abs();
      FloatVector bounded = size.blend(TANH_1, size.compare(GT, TANH_1));
      FloatVector twice = bounded.mul(TWO);
      FloatVector t = twice.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector high = n.fma(MINUS_LN2_HIGH, twice);
      FloatVector r = n.fma(MINUS_LN2_LOW, high);
      FloatVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(TANH_2, TANH_3);
      FloatVector b = r.fma(TANH_4, TANH_5);
      FloatVector e = r.mul(r2).fma(r22.fma(TANH_6, b).fma(r22, a), quadratic);
      // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
      FloatVector half = t.reinterpretAsInts().add(TANH_7).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector a2 = half.sub(HALF);
      FloatVector b2 = half.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = half.fma(e, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(HALF)));
      FloatVector top = sum.add(rest);
      FloatVector topLow = rest.sub(top.sub(sum));
      FloatVector bottom = top.add(ONE);
      FloatVector one = bottom.sub(top);
      FloatVector bottomLow = top.sub(bottom.sub(one)).add(ONE.sub(one)).add(topLow);
      FloatVector inverse = ONE.div(bottom);
      FloatVector q = top.mul(inverse);
      FloatVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y = y.blend(y.neg(), x.compare(LT, ZERO));
      y = y.blend(x, size.compare(LT, TANH_8));
      y.blend(x.mul(ZERO), size.compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic sine.
  static void sinh(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector size = x.abs();
      FloatVector bounded = size.blend(SINH_9, size.compare(GT, SINH_9));
      FloatVector t = bounded.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector high = n.fma(MINUS_LN2_HIGH, bounded);
      FloatVector r = n.fma(MINUS_LN2_LOW, high);
      FloatVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(TANH_2, TANH_3);
      FloatVector b = r.fma(TANH_4, TANH_5);
      FloatVector e = r.mul(r2).fma(r22.fma(TANH_6, b).fma(r22, a), quadratic);
      // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows
      // on the way.
      FloatVector quarter =
          t.reinterpretAsInts().add(SINH_10).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector a2 = quarter.sub(SINH_11);
      FloatVector b2 = quarter.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = quarter.fma(e, b2.sub(sum.sub(a2)).add(quarter.sub(a2).sub(SINH_11)));
      FloatVector top = sum.add(rest);
      FloatVector topLow = rest.sub(top.sub(sum));
      FloatVector bottom = top.add(SINH_11);
      FloatVector added = bottom.sub(top);
      FloatVector bottomLow = top.sub(bottom.sub(added)).add(SINH_11.sub(added)).add(topLow);
      FloatVector inverse = ONE.div(bottom);
      FloatVector q = top.mul(inverse);
      FloatVector qLow = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).mul(inverse);
      FloatVector second = q.mul(SINH_11);
      FloatVector main = top.add(second);
      FloatVector y = main.add(second.sub(main.sub(top)).add(qLow.fma(SINH_11, topLow))).mul(TWO);
      y = y.blend(INFINITY, size.compare(GT, SINH_9));
      y = y.blend(y.neg(), x.compare(LT, ZERO));
      y = y.blend(x, size.compare(LT, TANH_8));
      y.blend(x.mul(ZERO), size.compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic cosine.
  static void cosh(float[] in, int from, float[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector size = x.abs();
      FloatVector bounded = size.blend(SINH_9, size.compare(GT, SINH_9));
      FloatVector t = bounded.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector high = n.fma(MINUS_LN2_HIGH, bounded);
      FloatVector r = n.fma(MINUS_LN2_LOW, high);
      FloatVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(TANH_2, TANH_3);
      FloatVector b = r.fma(TANH_4, TANH_5);
      FloatVector e = r.mul(r2).fma(r22.fma(TANH_6, b).fma(r22, a), quadratic);
      // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
      FloatVector quarter =
          t.reinterpretAsInts().add(SINH_10).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector b2 = quarter.mul(r);
      FloatVector sum = quarter.add(b2);
      FloatVector rest = quarter.fma(e, b2.sub(sum.sub(quarter)));
      FloatVector first = sum.add(rest);
      FloatVector firstLow = rest.sub(first.sub(sum));
      FloatVector inverse = ONE.div(first);
      FloatVector second = inverse.mul(COSH_12);
      FloatVector secondLow = second.mul(first.neg().fma(inverse, ONE).sub(firstLow.mul(inverse)));
      FloatVector main = first.add(second);
      FloatVector y = main.add(second.sub(main.sub(first)).add(firstLow.add(secondLow))).mul(TWO);
      y.blend(INFINITY, size.compare(GT, SINH_9)).intoArray(out, to + i);
    }
  }
}

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
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class FloatHyperbolicLoops {
  private static final int LANES = FLOAT.length();

  private static final float TANH_1 = 10;
  private static final float TWO = 2;
  private static final float MINUS_LN2_HIGH = -0x1.62e43p-1f;
  private static final float MINUS_LN2_LOW = 0x1.05c61p-29f;
  private static final float HALF = 0.5f;
  private static final float TANH_2 = 0x1.5554b2p-5f;
  private static final float TANH_3 = 0x1.555556p-3f;
  private static final float TANH_4 = 0x1.6d7204p-10f;
  private static final float TANH_5 = 0x1.111092p-7f;
  private static final float TANH_6 = 0x1.a19f6cp-13f;
  private static final int TANH_7 = 126;
  private static final float ONE = 1;
  private static final float ZERO = 0;
  private static final float TANH_8 = 0x1p-25f;
  private static final float NORMAL = Float.MIN_NORMAL;
  private static final float SINH_9 = 89.5f;
  private static final int SINH_10 = 125;
  private static final float SINH_11 = 0.25f;
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float COSH_12 = 0.0625f;
  private static final float LOG2_E = 0x1.715476p+0f;
  private static final float ROUND = 0x1.8p23f;

  private FloatHyperbolicLoops() {}

  /// The hyperbolic tangent.
  static void tanh(float[] in, int from, float[] out, int to, int count) {
    FloatVector tanh1 = all(TANH_1);
    FloatVector two = all(TWO);
    FloatVector log2E = all(LOG2_E);
    FloatVector round = all(ROUND);
    FloatVector minusLn2High = all(MINUS_LN2_HIGH);
    FloatVector minusLn2Low = all(MINUS_LN2_LOW);
    FloatVector halfLanes = all(HALF);
    FloatVector tanh2 = all(TANH_2);
    FloatVector tanh3 = all(TANH_3);
    FloatVector tanh4 = all(TANH_4);
    FloatVector tanh5 = all(TANH_5);
    FloatVector tanh6 = all(TANH_6);
    IntVector tanh7 = bits(TANH_7);
    FloatVector oneLanes = all(ONE);
    FloatVector zero = all(ZERO);
    FloatVector tanh8 = all(TANH_8);
    FloatVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector size = x.abs();
      FloatVector bounded = size.blend(tanh1, size.compare(GT, tanh1));
      FloatVector twice = bounded.mul(two);
      FloatVector t = twice.fma(log2E, round);
      FloatVector n = t.sub(round);
      FloatVector high = n.fma(minusLn2High, twice);
      FloatVector r = n.fma(minusLn2Low, high);
      FloatVector c = n.fma(minusLn2Low, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(halfLanes, r.fma(r, r2.neg()).fma(halfLanes, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(tanh2, tanh3);
      FloatVector b = r.fma(tanh4, tanh5);
      FloatVector e = r.mul(r2).fma(r22.fma(tanh6, b).fma(r22, a), quadratic);
      // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
      FloatVector half = t.reinterpretAsInts().add(tanh7).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector a2 = half.sub(halfLanes);
      FloatVector b2 = half.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = half.fma(e, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(halfLanes)));
      FloatVector top = sum.add(rest);
      FloatVector topLow = rest.sub(top.sub(sum));
      FloatVector bottom = top.add(oneLanes);
      FloatVector one = bottom.sub(top);
      FloatVector bottomLow = top.sub(bottom.sub(one)).add(oneLanes.sub(one)).add(topLow);
      FloatVector inverse = oneLanes.div(bottom);
      FloatVector q = top.mul(inverse);
      FloatVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y = y.blend(y.neg(), x.compare(LT, zero));
      y = y.blend(x, size.compare(LT, tanh8));
      y.blend(x.mul(zero), size.compare(LT, normal)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic sine.
  static void sinh(float[] in, int from, float[] out, int to, int count) {
    FloatVector sinh9 = all(SINH_9);
    FloatVector log2E = all(LOG2_E);
    FloatVector round = all(ROUND);
    FloatVector minusLn2High = all(MINUS_LN2_HIGH);
    FloatVector minusLn2Low = all(MINUS_LN2_LOW);
    FloatVector half = all(HALF);
    FloatVector tanh2 = all(TANH_2);
    FloatVector tanh3 = all(TANH_3);
    FloatVector tanh4 = all(TANH_4);
    FloatVector tanh5 = all(TANH_5);
    FloatVector tanh6 = all(TANH_6);
    IntVector sinh10 = bits(SINH_10);
    FloatVector sinh11 = all(SINH_11);
    FloatVector one = all(ONE);
    FloatVector two = all(TWO);
    FloatVector infinity = all(INFINITY);
    FloatVector zero = all(ZERO);
    FloatVector tanh8 = all(TANH_8);
    FloatVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector size = x.abs();
      FloatVector bounded = size.blend(sinh9, size.compare(GT, sinh9));
      FloatVector t = bounded.fma(log2E, round);
      FloatVector n = t.sub(round);
      FloatVector high = n.fma(minusLn2High, bounded);
      FloatVector r = n.fma(minusLn2Low, high);
      FloatVector c = n.fma(minusLn2Low, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(half, r.fma(r, r2.neg()).fma(half, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(tanh2, tanh3);
      FloatVector b = r.fma(tanh4, tanh5);
      FloatVector e = r.mul(r2).fma(r22.fma(tanh6, b).fma(r22, a), quadratic);
      // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows
      // on the way.
      FloatVector quarter =
          t.reinterpretAsInts().add(sinh10).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector a2 = quarter.sub(sinh11);
      FloatVector b2 = quarter.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = quarter.fma(e, b2.sub(sum.sub(a2)).add(quarter.sub(a2).sub(sinh11)));
      FloatVector top = sum.add(rest);
      FloatVector topLow = rest.sub(top.sub(sum));
      FloatVector bottom = top.add(sinh11);
      FloatVector added = bottom.sub(top);
      FloatVector bottomLow = top.sub(bottom.sub(added)).add(sinh11.sub(added)).add(topLow);
      FloatVector inverse = one.div(bottom);
      FloatVector q = top.mul(inverse);
      FloatVector qLow = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).mul(inverse);
      FloatVector second = q.mul(sinh11);
      FloatVector main = top.add(second);
      FloatVector y = main.add(second.sub(main.sub(top)).add(qLow.fma(sinh11, topLow))).mul(two);
      y = y.blend(infinity, size.compare(GT, sinh9));
      y = y.blend(y.neg(), x.compare(LT, zero));
      y = y.blend(x, size.compare(LT, tanh8));
      y.blend(x.mul(zero), size.compare(LT, normal)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic cosine.
  static void cosh(float[] in, int from, float[] out, int to, int count) {
    FloatVector sinh9 = all(SINH_9);
    FloatVector log2E = all(LOG2_E);
    FloatVector round = all(ROUND);
    FloatVector minusLn2High = all(MINUS_LN2_HIGH);
    FloatVector minusLn2Low = all(MINUS_LN2_LOW);
    FloatVector half = all(HALF);
    FloatVector tanh2 = all(TANH_2);
    FloatVector tanh3 = all(TANH_3);
    FloatVector tanh4 = all(TANH_4);
    FloatVector tanh5 = all(TANH_5);
    FloatVector tanh6 = all(TANH_6);
    IntVector sinh10 = bits(SINH_10);
    FloatVector one = all(ONE);
    FloatVector cosh12 = all(COSH_12);
    FloatVector two = all(TWO);
    FloatVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector size = x.abs();
      FloatVector bounded = size.blend(sinh9, size.compare(GT, sinh9));
      FloatVector t = bounded.fma(log2E, round);
      FloatVector n = t.sub(round);
      FloatVector high = n.fma(minusLn2High, bounded);
      FloatVector r = n.fma(minusLn2Low, high);
      FloatVector c = n.fma(minusLn2Low, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(half, r.fma(r, r2.neg()).fma(half, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(tanh2, tanh3);
      FloatVector b = r.fma(tanh4, tanh5);
      FloatVector e = r.mul(r2).fma(r22.fma(tanh6, b).fma(r22, a), quadratic);
      // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
      FloatVector quarter =
          t.reinterpretAsInts().add(sinh10).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector b2 = quarter.mul(r);
      FloatVector sum = quarter.add(b2);
      FloatVector rest = quarter.fma(e, b2.sub(sum.sub(quarter)));
      FloatVector first = sum.add(rest);
      FloatVector firstLow = rest.sub(first.sub(sum));
      FloatVector inverse = one.div(first);
      FloatVector second = inverse.mul(cosh12);
      FloatVector secondLow = second.mul(first.neg().fma(inverse, one).sub(firstLow.mul(inverse)));
      FloatVector main = first.add(second);
      FloatVector y = main.add(second.sub(main.sub(first)).add(firstLow.add(secondLow))).mul(two);
      y.blend(infinity, size.compare(GT, sinh9)).intoArray(out, to + i);
    }
  }
}

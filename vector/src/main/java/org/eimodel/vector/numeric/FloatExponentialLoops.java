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
import org.eimodel.numeric.ExprelNearZero;

/// The loops' form of `FloatExponentials`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class FloatExponentialLoops {
  private static final int LANES = FLOAT.length();

  private static final float MINUS_LN2_HIGH = -0x1.62e43p-1f;
  private static final float MINUS_LN2_LOW = 0x1.05c61p-29f;
  private static final float EXP_1 = 0x1.5554b2p-5f;
  private static final float EXP_2 = 0x1.555556p-3f;
  private static final float EXP_3 = 0x1.6d7204p-10f;
  private static final float EXP_4 = 0x1.111092p-7f;
  private static final float EXP_5 = 0x1.a19f6cp-13f;
  private static final float HALF = 0.5f;
  private static final float ONE = 1;
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float ZERO = 0;
  private static final int EXPM1_6 = 126;
  private static final float TWO = 2;
  private static final float EXPM1_7 = 0x1p-25f;
  private static final float NORMAL = Float.MIN_NORMAL;
  private static final float EXPM1_8 = -20;
  private static final float MINUS_ONE = -1;
  private static final float EXPREL_9 = -30;
  private static final float EXPREL_10 = 96;
  private static final float EXPREL_11 = 0x1p-16f;
  private static final float EXPREL_12 = 0x1p16f;
  private static final int EXPREL_13 = 111;
  private static final int EXPREL_14 = 127;
  private static final float EXPREL_15 = -0x1p126f;
  private static final float EXP_HIGHEST = 0x1.62e42ep6f;
  private static final float EXP_LOWEST = -0x1.5d589ep6f;
  private static final float LOG2_E = 0x1.715476p+0f;
  private static final float ROUND = 0x1.8p23f;

  private FloatExponentialLoops() {}

  /// E to the power x.
  static void exp(float[] in, int from, float[] out, int to, int count) {
    FloatVector log2E = all(LOG2_E);
    FloatVector round = all(ROUND);
    FloatVector minusLn2High = all(MINUS_LN2_HIGH);
    FloatVector minusLn2Low = all(MINUS_LN2_LOW);
    FloatVector exp1 = all(EXP_1);
    FloatVector exp2 = all(EXP_2);
    FloatVector exp3 = all(EXP_3);
    FloatVector exp4 = all(EXP_4);
    FloatVector exp5 = all(EXP_5);
    FloatVector half = all(HALF);
    FloatVector one = all(ONE);
    FloatVector infinity = all(INFINITY);
    FloatVector expHighest = all(EXP_HIGHEST);
    FloatVector zero = all(ZERO);
    FloatVector expLowest = all(EXP_LOWEST);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector t = x.fma(log2E, round);
      FloatVector n = t.sub(round);
      FloatVector high = n.fma(minusLn2High, x);
      FloatVector r = n.fma(minusLn2Low, high);
      FloatVector c = n.fma(minusLn2Low, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector a = r.fma(exp1, exp2);
      FloatVector b = r.fma(exp3, exp4);
      FloatVector p = r.add(r.mul(r).fma(r.fma(r2.fma(exp5, b).fma(r2, a), half), c)).add(one);
      FloatVector y =
          p.reinterpretAsInts().add(t.reinterpretAsInts().lanewise(LSHL, 23)).reinterpretAsFloats();
      y = y.blend(infinity, x.compare(GT, expHighest));
      y = y.blend(zero, x.compare(LT, expLowest));
      y.blend(x, x.compare(NE, x)).intoArray(out, to + i);
    }
  }

  /// E to the power x, less one, without cancellation near zero.
  static void expm1(float[] in, int from, float[] out, int to, int count) {
    FloatVector log2E = all(LOG2_E);
    FloatVector round = all(ROUND);
    FloatVector minusLn2High = all(MINUS_LN2_HIGH);
    FloatVector minusLn2Low = all(MINUS_LN2_LOW);
    FloatVector halfLanes = all(HALF);
    FloatVector exp1 = all(EXP_1);
    FloatVector exp2 = all(EXP_2);
    FloatVector exp3 = all(EXP_3);
    FloatVector exp4 = all(EXP_4);
    FloatVector exp5 = all(EXP_5);
    IntVector expm16 = bits(EXPM1_6);
    FloatVector two = all(TWO);
    FloatVector expm17 = all(EXPM1_7);
    FloatVector zero = all(ZERO);
    FloatVector normal = all(NORMAL);
    FloatVector minusOne = all(MINUS_ONE);
    FloatVector expm18 = all(EXPM1_8);
    FloatVector infinity = all(INFINITY);
    FloatVector expHighest = all(EXP_HIGHEST);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector t = x.fma(log2E, round);
      FloatVector n = t.sub(round);
      FloatVector high = n.fma(minusLn2High, x);
      FloatVector r = n.fma(minusLn2Low, high);
      FloatVector c = n.fma(minusLn2Low, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(halfLanes, r.fma(r, r2.neg()).fma(halfLanes, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(exp1, exp2);
      FloatVector b = r.fma(exp3, exp4);
      FloatVector e = r.mul(r2).fma(r22.fma(exp5, b).fma(r22, a), quadratic);
      FloatVector half =
          t.reinterpretAsInts().add(expm16).lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector a2 = half.sub(halfLanes);
      FloatVector b2 = half.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = half.fma(e, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(halfLanes)));
      FloatVector y = sum.add(rest).mul(two);
      y = y.blend(x, x.abs().compare(LT, expm17));
      y = y.blend(x.mul(zero), x.abs().compare(LT, normal));
      y = y.blend(minusOne, x.compare(LT, expm18));
      y.blend(infinity, x.compare(GT, expHighest)).intoArray(out, to + i);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  static void exprel(float[] in, int from, float[] out, int to, int count) {
    FloatVector near0 = all(ExprelNearZero.FLOAT_0);
    FloatVector near1 = all(ExprelNearZero.FLOAT_1);
    FloatVector near2 = all(ExprelNearZero.FLOAT_2);
    FloatVector near3 = all(ExprelNearZero.FLOAT_3);
    FloatVector near4 = all(ExprelNearZero.FLOAT_4);
    FloatVector near5 = all(ExprelNearZero.FLOAT_5);
    FloatVector largest = all((float) ExprelNearZero.LARGEST);
    FloatVector half = all(HALF);
    FloatVector one = all(ONE);
    FloatVector exprel9 = all(EXPREL_9);
    FloatVector exprel10 = all(EXPREL_10);
    FloatVector log2E = all(LOG2_E);
    FloatVector round = all(ROUND);
    FloatVector minusLn2High = all(MINUS_LN2_HIGH);
    FloatVector minusLn2Low = all(MINUS_LN2_LOW);
    FloatVector exp1 = all(EXP_1);
    FloatVector exp2 = all(EXP_2);
    FloatVector exp3 = all(EXP_3);
    FloatVector exp4 = all(EXP_4);
    FloatVector exp5 = all(EXP_5);
    FloatVector zero = all(ZERO);
    FloatVector exprel11 = all(EXPREL_11);
    FloatVector exprel12 = all(EXPREL_12);
    IntVector exprel14 = bits(EXPREL_14);
    IntVector exprel13 = bits(EXPREL_13);
    FloatVector exprel15 = all(EXPREL_15);
    FloatVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      FloatVector x = FloatVector.fromArray(FLOAT, in, from + i);
      FloatVector s2 = x.mul(x);
      FloatVector na = x.fma(near1, near0);
      FloatVector nb = x.fma(near3, near2);
      FloatVector nc = x.fma(near5, near4);
      FloatVector near = nc.fma(s2, nb).fma(s2, na).fma(x, half).fma(x, one);
      VectorMask<Float> isNear = x.abs().compare(LE, largest);
      if (isNear.allTrue()) {
        near.intoArray(out, to + i);
        continue;
      }
      FloatVector bounded = x.blend(exprel9, x.compare(LT, exprel9));
      bounded = bounded.blend(exprel10, bounded.compare(GT, exprel10));
      FloatVector t = bounded.fma(log2E, round);
      FloatVector n = t.sub(round);
      FloatVector high = n.fma(minusLn2High, bounded);
      FloatVector r = n.fma(minusLn2Low, high);
      FloatVector c = n.fma(minusLn2Low, high.sub(r));
      FloatVector r2 = r.mul(r);
      FloatVector quadratic = r2.fma(half, r.fma(r, r2.neg()).fma(half, c.fma(r, c)));
      FloatVector r22 = r.mul(r);
      FloatVector a = r.fma(exp1, exp2);
      FloatVector b = r.fma(exp3, exp4);
      FloatVector e = r.mul(r2).fma(r22.fma(exp5, b).fma(r22, a), quadratic);
      VectorMask<Float> positive = x.compare(GT, zero);
      FloatVector unit = one.blend(exprel11, positive);
      FloatVector back = one.blend(exprel12, positive);
      FloatVector scale =
          t.reinterpretAsInts()
              .add(exprel14)
              .lanewise(LSHL, 23)
              .reinterpretAsFloats()
              .blend(
                  t.reinterpretAsInts().add(exprel13).lanewise(LSHL, 23).reinterpretAsFloats(),
                  positive);
      FloatVector a2 = scale.sub(unit);
      FloatVector b2 = scale.mul(r);
      FloatVector sum = a2.add(b2);
      FloatVector rest = scale.fma(e, b2.sub(sum.sub(a2)).add(scale.sub(a2).sub(unit)));
      FloatVector numerator = sum.add(rest);
      FloatVector numeratorLow = rest.sub(numerator.sub(sum));
      FloatVector inverse = one.div(x);
      FloatVector q = numerator.mul(inverse);
      FloatVector y = back.mul(q.neg().fma(x, numerator).add(numeratorLow).fma(inverse, q));
      y = y.blend(zero, x.compare(LT, exprel15));
      y = y.blend(infinity, x.compare(GT, exprel10));
      y.blend(near, isNear).intoArray(out, to + i);
    }
  }
}

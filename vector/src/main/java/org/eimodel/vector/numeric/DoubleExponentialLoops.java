package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import org.eimodel.numeric.ExprelNearZero;

/// The loops' form of `DoubleExponentials`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class DoubleExponentialLoops {
  private static final int LANES = DOUBLE.length();

  private static final double MINUS_LN2_HIGH = -0x1.62e42fefa39efp-1;
  private static final double MINUS_LN2_LOW = -0x1.abc9e3b39803fp-56;
  private static final double EXP_1 = 0x1.555555555555ap-5;
  private static final double EXP_2 = 0x1.5555555555559p-3;
  private static final double EXP_3 = 0x1.6c16c16c1464ap-10;
  private static final double EXP_4 = 0x1.111111110f76ep-7;
  private static final double EXP_5 = 0x1.a01a01b02033dp-16;
  private static final double EXP_6 = 0x1.a01a01afa090cp-13;
  private static final double EXP_7 = 0x1.27e4c6e092698p-22;
  private static final double EXP_8 = 0x1.71ddf8f224c53p-19;
  private static final double EXP_9 = 0x1.1f9376befb767p-29;
  private static final double EXP_10 = 0x1.af5dbe9ebdc7bp-26;
  private static final double HALF = 0.5;
  private static final double ONE = 1;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double ZERO = 0;
  private static final long EXPM1_11 = 1022;
  private static final double TWO = 2;
  private static final double EXPM1_12 = 0x1p-54;
  private static final double NORMAL = Double.MIN_NORMAL;
  private static final double EXPM1_13 = -40;
  private static final double MINUS_ONE = -1;
  private static final double EXPREL_14 = -50;
  private static final double EXPREL_15 = 720;
  private static final double EXPREL_16 = 0x1p-20;
  private static final double EXPREL_17 = 0x1p20;
  private static final long EXPREL_18 = 1003;
  private static final long EXPREL_19 = 1023;
  private static final double EXPREL_20 = -0x1p1022;
  private static final double EXP_HIGHEST = 0x1.62e42fefa39efp9;
  private static final double EXP_LOWEST = -0x1.6232bdd7abcd2p9;
  private static final double LOG2_E = 0x1.71547652b82fep+0;
  private static final double ROUND = 0x1.8p52;

  private DoubleExponentialLoops() {}

  /// E to the power x.
  static void exp(double[] in, int from, double[] out, int to, int count) {
    DoubleVector log2E = all(LOG2_E);
    DoubleVector round = all(ROUND);
    DoubleVector minusLn2High = all(MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(MINUS_LN2_LOW);
    DoubleVector exp1 = all(EXP_1);
    DoubleVector exp2 = all(EXP_2);
    DoubleVector exp3 = all(EXP_3);
    DoubleVector exp4 = all(EXP_4);
    DoubleVector exp5 = all(EXP_5);
    DoubleVector exp6 = all(EXP_6);
    DoubleVector exp7 = all(EXP_7);
    DoubleVector exp8 = all(EXP_8);
    DoubleVector exp9 = all(EXP_9);
    DoubleVector exp10 = all(EXP_10);
    DoubleVector half = all(HALF);
    DoubleVector one = all(ONE);
    DoubleVector infinity = all(INFINITY);
    DoubleVector expHighest = all(EXP_HIGHEST);
    DoubleVector zero = all(ZERO);
    DoubleVector expLowest = all(EXP_LOWEST);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector t = x.fma(log2E, round);
      DoubleVector n = t.sub(round);
      DoubleVector high = n.fma(minusLn2High, x);
      DoubleVector r = n.fma(minusLn2Low, high);
      DoubleVector c = n.fma(minusLn2Low, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector a = r.fma(exp1, exp2);
      DoubleVector b = r.fma(exp3, exp4);
      DoubleVector c2 = r.fma(exp5, exp6);
      DoubleVector d = r.fma(exp7, exp8);
      DoubleVector e = r.fma(exp9, exp10);
      DoubleVector p =
          r.add(r.mul(r).fma(r.fma(e.fma(r4, d.fma(r2, c2)).fma(r4, b.fma(r2, a)), half), c))
              .add(one);
      DoubleVector y =
          p.reinterpretAsLongs()
              .add(t.reinterpretAsLongs().lanewise(LSHL, 52))
              .reinterpretAsDoubles();
      y = y.blend(infinity, x.compare(GT, expHighest));
      y = y.blend(zero, x.compare(LT, expLowest));
      y.blend(x, x.compare(NE, x)).intoArray(out, to + i);
    }
  }

  /// E to the power x, less one, without cancellation near zero.
  static void expm1(double[] in, int from, double[] out, int to, int count) {
    DoubleVector log2E = all(LOG2_E);
    DoubleVector round = all(ROUND);
    DoubleVector minusLn2High = all(MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(MINUS_LN2_LOW);
    DoubleVector halfLanes = all(HALF);
    DoubleVector exp1 = all(EXP_1);
    DoubleVector exp2 = all(EXP_2);
    DoubleVector exp3 = all(EXP_3);
    DoubleVector exp4 = all(EXP_4);
    DoubleVector exp5 = all(EXP_5);
    DoubleVector exp6 = all(EXP_6);
    DoubleVector exp7 = all(EXP_7);
    DoubleVector exp8 = all(EXP_8);
    DoubleVector exp9 = all(EXP_9);
    DoubleVector exp10 = all(EXP_10);
    LongVector expm111 = bits(EXPM1_11);
    DoubleVector two = all(TWO);
    DoubleVector expm112 = all(EXPM1_12);
    DoubleVector zero = all(ZERO);
    DoubleVector normal = all(NORMAL);
    DoubleVector minusOne = all(MINUS_ONE);
    DoubleVector expm113 = all(EXPM1_13);
    DoubleVector infinity = all(INFINITY);
    DoubleVector expHighest = all(EXP_HIGHEST);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector t = x.fma(log2E, round);
      DoubleVector n = t.sub(round);
      DoubleVector high = n.fma(minusLn2High, x);
      DoubleVector r = n.fma(minusLn2Low, high);
      DoubleVector c = n.fma(minusLn2Low, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(halfLanes, r.fma(r, r2.neg()).fma(halfLanes, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(exp1, exp2);
      DoubleVector b = r.fma(exp3, exp4);
      DoubleVector c2 = r.fma(exp5, exp6);
      DoubleVector d = r.fma(exp7, exp8);
      DoubleVector e = r.fma(exp9, exp10);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // Half of everything, so that 2^(n-1) is finite wherever the result is.
      DoubleVector half =
          t.reinterpretAsLongs().add(expm111).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector a2 = half.sub(halfLanes);
      DoubleVector b2 = half.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = half.fma(e2, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(halfLanes)));
      DoubleVector y = sum.add(rest).mul(two);
      y = y.blend(x, x.abs().compare(LT, expm112));
      y = y.blend(x.mul(zero), x.abs().compare(LT, normal));
      y = y.blend(minusOne, x.compare(LT, expm113));
      y.blend(infinity, x.compare(GT, expHighest)).intoArray(out, to + i);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  static void exprel(double[] in, int from, double[] out, int to, int count) {
    DoubleVector near0 = all(ExprelNearZero.DOUBLE_0);
    DoubleVector near1 = all(ExprelNearZero.DOUBLE_1);
    DoubleVector near2 = all(ExprelNearZero.DOUBLE_2);
    DoubleVector near3 = all(ExprelNearZero.DOUBLE_3);
    DoubleVector near4 = all(ExprelNearZero.DOUBLE_4);
    DoubleVector near5 = all(ExprelNearZero.DOUBLE_5);
    DoubleVector near6 = all(ExprelNearZero.DOUBLE_6);
    DoubleVector near7 = all(ExprelNearZero.DOUBLE_7);
    DoubleVector near8 = all(ExprelNearZero.DOUBLE_8);
    DoubleVector near9 = all(ExprelNearZero.DOUBLE_9);
    DoubleVector near10 = all(ExprelNearZero.DOUBLE_10);
    DoubleVector largest = all(ExprelNearZero.LARGEST);
    DoubleVector half = all(HALF);
    DoubleVector one = all(ONE);
    DoubleVector exprel14 = all(EXPREL_14);
    DoubleVector exprel15 = all(EXPREL_15);
    DoubleVector log2E = all(LOG2_E);
    DoubleVector round = all(ROUND);
    DoubleVector minusLn2High = all(MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(MINUS_LN2_LOW);
    DoubleVector exp1 = all(EXP_1);
    DoubleVector exp2 = all(EXP_2);
    DoubleVector exp3 = all(EXP_3);
    DoubleVector exp4 = all(EXP_4);
    DoubleVector exp5 = all(EXP_5);
    DoubleVector exp6 = all(EXP_6);
    DoubleVector exp7 = all(EXP_7);
    DoubleVector exp8 = all(EXP_8);
    DoubleVector exp9 = all(EXP_9);
    DoubleVector exp10 = all(EXP_10);
    DoubleVector zero = all(ZERO);
    DoubleVector exprel16 = all(EXPREL_16);
    DoubleVector exprel17 = all(EXPREL_17);
    LongVector exprel19 = bits(EXPREL_19);
    LongVector exprel18 = bits(EXPREL_18);
    DoubleVector exprel20 = all(EXPREL_20);
    DoubleVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector s2 = x.mul(x);
      DoubleVector s4 = s2.mul(s2);
      DoubleVector na = x.fma(near1, near0);
      DoubleVector nb = x.fma(near3, near2);
      DoubleVector nc = x.fma(near5, near4);
      DoubleVector nd = x.fma(near7, near6);
      DoubleVector ne = s2.fma(near10, x.fma(near9, near8));
      DoubleVector near = ne.fma(s4, nd.fma(s2, nc)).fma(s4, nb.fma(s2, na));
      near = near.fma(x, half).fma(x, one);
      VectorMask<Double> isNear = x.abs().compare(LE, largest);
      if (isNear.allTrue()) {
        near.intoArray(out, to + i);
        continue;
      }
      // e^-50 is nothing beside 1, and above 720 the result overflows for certain.
      DoubleVector bounded = x.blend(exprel14, x.compare(LT, exprel14));
      bounded = bounded.blend(exprel15, bounded.compare(GT, exprel15));
      DoubleVector t = bounded.fma(log2E, round);
      DoubleVector n = t.sub(round);
      DoubleVector high = n.fma(minusLn2High, bounded);
      DoubleVector r = n.fma(minusLn2Low, high);
      DoubleVector c = n.fma(minusLn2Low, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(half, r.fma(r, r2.neg()).fma(half, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(exp1, exp2);
      DoubleVector b = r.fma(exp3, exp4);
      DoubleVector c2 = r.fma(exp5, exp6);
      DoubleVector d = r.fma(exp7, exp8);
      DoubleVector e = r.fma(exp9, exp10);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // e^x overflows before its quotient by x does: positive arguments work on 2^-20 of
      // everything.
      VectorMask<Double> positive = x.compare(GT, zero);
      DoubleVector unit = one.blend(exprel16, positive);
      DoubleVector back = one.blend(exprel17, positive);
      DoubleVector scale =
          t.reinterpretAsLongs()
              .add(exprel19)
              .lanewise(LSHL, 52)
              .reinterpretAsDoubles()
              .blend(
                  t.reinterpretAsLongs().add(exprel18).lanewise(LSHL, 52).reinterpretAsDoubles(),
                  positive);
      DoubleVector a2 = scale.sub(unit);
      DoubleVector b2 = scale.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = scale.fma(e2, b2.sub(sum.sub(a2)).add(scale.sub(a2).sub(unit)));
      DoubleVector numerator = sum.add(rest);
      DoubleVector numeratorLow = rest.sub(numerator.sub(sum));
      DoubleVector inverse = one.div(x);
      DoubleVector q = numerator.mul(inverse);
      DoubleVector y = back.mul(q.neg().fma(x, numerator).add(numeratorLow).fma(inverse, q));
      y = y.blend(zero, x.compare(LT, exprel20));
      y = y.blend(infinity, x.compare(GT, exprel15));
      y.blend(near, isNear).intoArray(out, to + i);
    }
  }
}

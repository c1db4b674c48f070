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

/// The loops' form of `DoubleExponentials`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class DoubleExponentialLoops {
  private static final int LANES = DOUBLE.length();

  private static final DoubleVector MINUS_LN2_HIGH = all(-0x1.62e42fefa39efp-1);
  private static final DoubleVector MINUS_LN2_LOW = all(-0x1.abc9e3b39803fp-56);
  private static final DoubleVector EXP_1 = all(0x1.555555555555ap-5);
  private static final DoubleVector EXP_2 = all(0x1.5555555555559p-3);
  private static final DoubleVector EXP_3 = all(0x1.6c16c16c1464ap-10);
  private static final DoubleVector EXP_4 = all(0x1.111111110f76ep-7);
  private static final DoubleVector EXP_5 = all(0x1.a01a01b02033dp-16);
  private static final DoubleVector EXP_6 = all(0x1.a01a01afa090cp-13);
  private static final DoubleVector EXP_7 = all(0x1.27e4c6e092698p-22);
  private static final DoubleVector EXP_8 = all(0x1.71ddf8f224c53p-19);
  private static final DoubleVector EXP_9 = all(0x1.1f9376befb767p-29);
  private static final DoubleVector EXP_10 = all(0x1.af5dbe9ebdc7bp-26);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
  private static final DoubleVector ZERO = all(0);
  private static final LongVector EXPM1_11 = bits(1022);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector EXPM1_12 = all(0x1p-54);
  private static final DoubleVector NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector EXPM1_13 = all(-40);
  private static final DoubleVector MINUS_ONE = all(-1);
  private static final DoubleVector NEAR_0 = all(0x1.5555555555555p-3);
  private static final DoubleVector NEAR_1 = all(0x1.555555555553fp-5);
  private static final DoubleVector NEAR_2 = all(0x1.111111111110cp-7);
  private static final DoubleVector NEAR_3 = all(0x1.6c16c16c1b969p-10);
  private static final DoubleVector NEAR_4 = all(0x1.a01a01a01c473p-13);
  private static final DoubleVector NEAR_5 = all(0x1.a01a0196706bcp-16);
  private static final DoubleVector NEAR_6 = all(0x1.71de3a50e1a90p-19);
  private static final DoubleVector NEAR_7 = all(0x1.27e503be9a488p-22);
  private static final DoubleVector NEAR_8 = all(0x1.ae645e47b6c91p-26);
  private static final DoubleVector NEAR_9 = all(0x1.1ee6aae315faep-29);
  private static final DoubleVector NEAR_10 = all(0x1.611de666e6f62p-33);
  private static final DoubleVector NEAR_11 = all(0x1.991796f104bc7p-37);
  private static final DoubleVector NEAR_12 = all(0x1.b3abc9d5726c6p-41);
  private static final DoubleVector EXPREL_14 = all(-50);
  private static final DoubleVector EXPREL_15 = all(720);
  private static final DoubleVector EXPREL_16 = all(0x1p-20);
  private static final DoubleVector EXPREL_17 = all(0x1p20);
  private static final LongVector EXPREL_18 = bits(1003);
  private static final LongVector EXPREL_19 = bits(1023);
  private static final DoubleVector EXPREL_20 = all(-0x1p1022);
  private static final DoubleVector EXP_HIGHEST = all(0x1.62e42fefa39efp9);
  private static final DoubleVector EXP_LOWEST = all(-0x1.6232bdd7abcd2p9);
  private static final DoubleVector LOG2_E = all(0x1.71547652b82fep+0);
  private static final DoubleVector ROUND = all(0x1.8p52);

  private DoubleExponentialLoops() {}

  /// E to the power x.
  static void exp(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector t = x.fma(LOG2_E, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector high = n.fma(MINUS_LN2_HIGH, x);
      DoubleVector r = n.fma(MINUS_LN2_LOW, high);
      DoubleVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector a = r.fma(EXP_1, EXP_2);
      DoubleVector b = r.fma(EXP_3, EXP_4);
      DoubleVector c2 = r.fma(EXP_5, EXP_6);
      DoubleVector d = r.fma(EXP_7, EXP_8);
      DoubleVector e = r.fma(EXP_9, EXP_10);
      DoubleVector p =
          r.add(r.mul(r).fma(r.fma(e.fma(r4, d.fma(r2, c2)).fma(r4, b.fma(r2, a)), HALF), c))
              .add(ONE);
      DoubleVector y =
          p.reinterpretAsLongs()
              .add(t.reinterpretAsLongs().lanewise(LSHL, 52))
              .reinterpretAsDoubles();
      y = y.blend(INFINITY, x.compare(GT, EXP_HIGHEST));
      y = y.blend(ZERO, x.compare(LT, EXP_LOWEST));
      y.blend(x, x.compare(NE, x)).intoArray(out, to + i);
    }
  }

  /// E to the power x, less one, without cancellation near zero.
  static void expm1(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector t = x.fma(LOG2_E, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector high = n.fma(MINUS_LN2_HIGH, x);
      DoubleVector r = n.fma(MINUS_LN2_LOW, high);
      DoubleVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(EXP_1, EXP_2);
      DoubleVector b = r.fma(EXP_3, EXP_4);
      DoubleVector c2 = r.fma(EXP_5, EXP_6);
      DoubleVector d = r.fma(EXP_7, EXP_8);
      DoubleVector e = r.fma(EXP_9, EXP_10);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // Half of everything, so that 2^(n-1) is finite wherever the result is.
      DoubleVector half =
          t.reinterpretAsLongs().add(EXPM1_11).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector a2 = half.sub(HALF);
      DoubleVector b2 = half.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = half.fma(e2, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(HALF)));
      DoubleVector y = sum.add(rest).mul(TWO);
      y = y.blend(x, x.abs().compare(LT, EXPM1_12));
      y = y.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL));
      y = y.blend(MINUS_ONE, x.compare(LT, EXPM1_13));
      y.blend(INFINITY, x.compare(GT, EXP_HIGHEST)).intoArray(out, to + i);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  static void exprel(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector s2 = x.mul(x);
      DoubleVector s4 = s2.mul(s2);
      DoubleVector na = x.fma(NEAR_3, NEAR_2);
      DoubleVector nb = x.fma(NEAR_5, NEAR_4);
      DoubleVector nc = x.fma(NEAR_7, NEAR_6);
      DoubleVector nd = x.fma(NEAR_9, NEAR_8);
      DoubleVector ne = s2.fma(NEAR_12, x.fma(NEAR_11, NEAR_10));
      DoubleVector near = ne.fma(s4, nd.fma(s2, nc)).fma(s4, nb.fma(s2, na));
      near = near.fma(x, NEAR_1).fma(x, NEAR_0).fma(x, HALF).fma(x, ONE);
      VectorMask<Double> isNear = x.abs().compare(LE, ONE);
      if (isNear.allTrue()) {
        near.intoArray(out, to + i);
        continue;
      }
      // e^-50 is nothing beside 1, and above 720 the result overflows for certain.
      DoubleVector bounded = x.blend(EXPREL_14, x.compare(LT, EXPREL_14));
      bounded = bounded.blend(EXPREL_15, bounded.compare(GT, EXPREL_15));
      DoubleVector t = bounded.fma(LOG2_E, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector high = n.fma(MINUS_LN2_HIGH, bounded);
      DoubleVector r = n.fma(MINUS_LN2_LOW, high);
      DoubleVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(EXP_1, EXP_2);
      DoubleVector b = r.fma(EXP_3, EXP_4);
      DoubleVector c2 = r.fma(EXP_5, EXP_6);
      DoubleVector d = r.fma(EXP_7, EXP_8);
      DoubleVector e = r.fma(EXP_9, EXP_10);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // e^x overflows before its quotient by x does: positive arguments work on 2^-20 of
      // everything.
      VectorMask<Double> positive = x.compare(GT, ZERO);
      DoubleVector unit = ONE.blend(EXPREL_16, positive);
      DoubleVector back = ONE.blend(EXPREL_17, positive);
      DoubleVector scale =
          t.reinterpretAsLongs()
              .add(EXPREL_19)
              .lanewise(LSHL, 52)
              .reinterpretAsDoubles()
              .blend(
                  t.reinterpretAsLongs().add(EXPREL_18).lanewise(LSHL, 52).reinterpretAsDoubles(),
                  positive);
      DoubleVector a2 = scale.sub(unit);
      DoubleVector b2 = scale.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = scale.fma(e2, b2.sub(sum.sub(a2)).add(scale.sub(a2).sub(unit)));
      DoubleVector numerator = sum.add(rest);
      DoubleVector numeratorLow = rest.sub(numerator.sub(sum));
      DoubleVector inverse = ONE.div(x);
      DoubleVector q = numerator.mul(inverse);
      DoubleVector y = back.mul(q.neg().fma(x, numerator).add(numeratorLow).fma(inverse, q));
      y = y.blend(ZERO, x.compare(LT, EXPREL_20));
      y = y.blend(INFINITY, x.compare(GT, EXPREL_15));
      y.blend(near, isNear).intoArray(out, to + i);
    }
  }
}

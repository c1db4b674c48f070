package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/// The loops' form of `DoubleHyperbolics`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class DoubleHyperbolicLoops {
  private static final int LANES = DOUBLE.length();

  private static final DoubleVector TANH_1 = all(22);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector MINUS_LN2_HIGH = all(-0x1.62e42fefa39efp-1);
  private static final DoubleVector MINUS_LN2_LOW = all(-0x1.abc9e3b39803fp-56);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector TANH_2 = all(0x1.555555555555ap-5);
  private static final DoubleVector TANH_3 = all(0x1.5555555555559p-3);
  private static final DoubleVector TANH_4 = all(0x1.6c16c16c1464ap-10);
  private static final DoubleVector TANH_5 = all(0x1.111111110f76ep-7);
  private static final DoubleVector TANH_6 = all(0x1.a01a01b02033dp-16);
  private static final DoubleVector TANH_7 = all(0x1.a01a01afa090cp-13);
  private static final DoubleVector TANH_8 = all(0x1.27e4c6e092698p-22);
  private static final DoubleVector TANH_9 = all(0x1.71ddf8f224c53p-19);
  private static final DoubleVector TANH_10 = all(0x1.1f9376befb767p-29);
  private static final DoubleVector TANH_11 = all(0x1.af5dbe9ebdc7bp-26);
  private static final LongVector TANH_12 = bits(1022);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector TANH_13 = all(0x1p-54);
  private static final DoubleVector NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector SINH_14 = all(710.5);
  private static final LongVector SINH_15 = bits(1021);
  private static final DoubleVector SINH_16 = all(0.25);
  private static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
  private static final DoubleVector COSH_17 = all(0.0625);
  private static final DoubleVector LOG2_E = all(0x1.71547652b82fep+0);
  private static final DoubleVector ROUND = all(0x1.8p52);

  private DoubleHyperbolicLoops() {}

  /// The hyperbolic tangent.
  static void tanh(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector size = x.abs();
      DoubleVector bounded = size.blend(TANH_1, size.compare(GT, TANH_1));
      DoubleVector twice = bounded.mul(TWO);
      DoubleVector t = twice.fma(LOG2_E, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector high = n.fma(MINUS_LN2_HIGH, twice);
      DoubleVector r = n.fma(MINUS_LN2_LOW, high);
      DoubleVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(TANH_2, TANH_3);
      DoubleVector b = r.fma(TANH_4, TANH_5);
      DoubleVector c2 = r.fma(TANH_6, TANH_7);
      DoubleVector d = r.fma(TANH_8, TANH_9);
      DoubleVector e = r.fma(TANH_10, TANH_11);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
      DoubleVector half =
          t.reinterpretAsLongs().add(TANH_12).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector a2 = half.sub(HALF);
      DoubleVector b2 = half.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = half.fma(e2, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(HALF)));
      DoubleVector top = sum.add(rest);
      DoubleVector topLow = rest.sub(top.sub(sum));
      DoubleVector bottom = top.add(ONE);
      DoubleVector one = bottom.sub(top);
      DoubleVector bottomLow = top.sub(bottom.sub(one)).add(ONE.sub(one)).add(topLow);
      DoubleVector inverse = ONE.div(bottom);
      DoubleVector q = top.mul(inverse);
      DoubleVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y = y.blend(y.neg(), x.compare(LT, ZERO));
      y = y.blend(x, size.compare(LT, TANH_13));
      y.blend(x.mul(ZERO), size.compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic sine.
  static void sinh(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector size = x.abs();
      DoubleVector bounded = size.blend(SINH_14, size.compare(GT, SINH_14));
      DoubleVector t = bounded.fma(LOG2_E, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector high = n.fma(MINUS_LN2_HIGH, bounded);
      DoubleVector r = n.fma(MINUS_LN2_LOW, high);
      DoubleVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(TANH_2, TANH_3);
      DoubleVector b = r.fma(TANH_4, TANH_5);
      DoubleVector c2 = r.fma(TANH_6, TANH_7);
      DoubleVector d = r.fma(TANH_8, TANH_9);
      DoubleVector e = r.fma(TANH_10, TANH_11);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows
      // on the way.
      DoubleVector quarter =
          t.reinterpretAsLongs().add(SINH_15).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector a2 = quarter.sub(SINH_16);
      DoubleVector b2 = quarter.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = quarter.fma(e2, b2.sub(sum.sub(a2)).add(quarter.sub(a2).sub(SINH_16)));
      DoubleVector top = sum.add(rest);
      DoubleVector topLow = rest.sub(top.sub(sum));
      DoubleVector bottom = top.add(SINH_16);
      DoubleVector added = bottom.sub(top);
      DoubleVector bottomLow = top.sub(bottom.sub(added)).add(SINH_16.sub(added)).add(topLow);
      DoubleVector inverse = ONE.div(bottom);
      DoubleVector q = top.mul(inverse);
      DoubleVector qLow = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).mul(inverse);
      DoubleVector second = q.mul(SINH_16);
      DoubleVector main = top.add(second);
      DoubleVector y = main.add(second.sub(main.sub(top)).add(qLow.fma(SINH_16, topLow))).mul(TWO);
      y = y.blend(INFINITY, size.compare(GT, SINH_14));
      y = y.blend(y.neg(), x.compare(LT, ZERO));
      y = y.blend(x, size.compare(LT, TANH_13));
      y.blend(x.mul(ZERO), size.compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic cosine.
  static void cosh(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector size = x.abs();
      DoubleVector bounded = size.blend(SINH_14, size.compare(GT, SINH_14));
      DoubleVector t = bounded.fma(LOG2_E, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector high = n.fma(MINUS_LN2_HIGH, bounded);
      DoubleVector r = n.fma(MINUS_LN2_LOW, high);
      DoubleVector c = n.fma(MINUS_LN2_LOW, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(HALF, r.fma(r, r2.neg()).fma(HALF, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(TANH_2, TANH_3);
      DoubleVector b = r.fma(TANH_4, TANH_5);
      DoubleVector c2 = r.fma(TANH_6, TANH_7);
      DoubleVector d = r.fma(TANH_8, TANH_9);
      DoubleVector e = r.fma(TANH_10, TANH_11);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
      DoubleVector quarter =
          t.reinterpretAsLongs().add(SINH_15).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector b2 = quarter.mul(r);
      DoubleVector sum = quarter.add(b2);
      DoubleVector rest = quarter.fma(e2, b2.sub(sum.sub(quarter)));
      DoubleVector first = sum.add(rest);
      DoubleVector firstLow = rest.sub(first.sub(sum));
      DoubleVector inverse = ONE.div(first);
      DoubleVector second = inverse.mul(COSH_17);
      DoubleVector secondLow = second.mul(first.neg().fma(inverse, ONE).sub(firstLow.mul(inverse)));
      DoubleVector main = first.add(second);
      DoubleVector y = main.add(second.sub(main.sub(first)).add(firstLow.add(secondLow))).mul(TWO);
      y.blend(INFINITY, size.compare(GT, SINH_14)).intoArray(out, to + i);
    }
  }
}

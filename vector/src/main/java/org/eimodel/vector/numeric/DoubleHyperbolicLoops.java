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
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class DoubleHyperbolicLoops {
  private static final int LANES = DOUBLE.length();

  private static final double TANH_1 = 22;
  private static final double TWO = 2;
  private static final double MINUS_LN2_HIGH = -0x1.62e42fefa39efp-1;
  private static final double MINUS_LN2_LOW = -0x1.abc9e3b39803fp-56;
  private static final double HALF = 0.5;
  private static final double TANH_2 = 0x1.555555555555ap-5;
  private static final double TANH_3 = 0x1.5555555555559p-3;
  private static final double TANH_4 = 0x1.6c16c16c1464ap-10;
  private static final double TANH_5 = 0x1.111111110f76ep-7;
  private static final double TANH_6 = 0x1.a01a01b02033dp-16;
  private static final double TANH_7 = 0x1.a01a01afa090cp-13;
  private static final double TANH_8 = 0x1.27e4c6e092698p-22;
  private static final double TANH_9 = 0x1.71ddf8f224c53p-19;
  private static final double TANH_10 = 0x1.1f9376befb767p-29;
  private static final double TANH_11 = 0x1.af5dbe9ebdc7bp-26;
  private static final long TANH_12 = 1022;
  private static final double ONE = 1;
  private static final double ZERO = 0;
  private static final double TANH_13 = 0x1p-54;
  private static final double NORMAL = Double.MIN_NORMAL;
  private static final double SINH_14 = 710.5;
  private static final long SINH_15 = 1021;
  private static final double SINH_16 = 0.25;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double COSH_17 = 0.0625;
  private static final double LOG2_E = 0x1.71547652b82fep+0;
  private static final double ROUND = 0x1.8p52;

  private DoubleHyperbolicLoops() {}

  /// The hyperbolic tangent.
  static void tanh(double[] in, int from, double[] out, int to, int count) {
    DoubleVector tanh1 = all(TANH_1);
    DoubleVector two = all(TWO);
    DoubleVector log2E = all(LOG2_E);
    DoubleVector round = all(ROUND);
    DoubleVector minusLn2High = all(MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(MINUS_LN2_LOW);
    DoubleVector halfLanes = all(HALF);
    DoubleVector tanh2 = all(TANH_2);
    DoubleVector tanh3 = all(TANH_3);
    DoubleVector tanh4 = all(TANH_4);
    DoubleVector tanh5 = all(TANH_5);
    DoubleVector tanh6 = all(TANH_6);
    DoubleVector tanh7 = all(TANH_7);
    DoubleVector tanh8 = all(TANH_8);
    DoubleVector tanh9 = all(TANH_9);
    DoubleVector tanh10 = all(TANH_10);
    DoubleVector tanh11 = all(TANH_11);
    LongVector tanh12 = bits(TANH_12);
    DoubleVector oneLanes = all(ONE);
    DoubleVector zero = all(ZERO);
    DoubleVector tanh13 = all(TANH_13);
    DoubleVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector size = x.abs();
      DoubleVector bounded = size.blend(tanh1, size.compare(GT, tanh1));
      DoubleVector twice = bounded.mul(two);
      DoubleVector t = twice.fma(log2E, round);
      DoubleVector n = t.sub(round);
      DoubleVector high = n.fma(minusLn2High, twice);
      DoubleVector r = n.fma(minusLn2Low, high);
      DoubleVector c = n.fma(minusLn2Low, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(halfLanes, r.fma(r, r2.neg()).fma(halfLanes, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(tanh2, tanh3);
      DoubleVector b = r.fma(tanh4, tanh5);
      DoubleVector c2 = r.fma(tanh6, tanh7);
      DoubleVector d = r.fma(tanh8, tanh9);
      DoubleVector e = r.fma(tanh10, tanh11);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
      DoubleVector half =
          t.reinterpretAsLongs().add(tanh12).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector a2 = half.sub(halfLanes);
      DoubleVector b2 = half.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = half.fma(e2, b2.sub(sum.sub(a2)).add(half.sub(a2).sub(halfLanes)));
      DoubleVector top = sum.add(rest);
      DoubleVector topLow = rest.sub(top.sub(sum));
      DoubleVector bottom = top.add(oneLanes);
      DoubleVector one = bottom.sub(top);
      DoubleVector bottomLow = top.sub(bottom.sub(one)).add(oneLanes.sub(one)).add(topLow);
      DoubleVector inverse = oneLanes.div(bottom);
      DoubleVector q = top.mul(inverse);
      DoubleVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y = y.blend(y.neg(), x.compare(LT, zero));
      y = y.blend(x, size.compare(LT, tanh13));
      y.blend(x.mul(zero), size.compare(LT, normal)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic sine.
  static void sinh(double[] in, int from, double[] out, int to, int count) {
    DoubleVector sinh14 = all(SINH_14);
    DoubleVector log2E = all(LOG2_E);
    DoubleVector round = all(ROUND);
    DoubleVector minusLn2High = all(MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(MINUS_LN2_LOW);
    DoubleVector half = all(HALF);
    DoubleVector tanh2 = all(TANH_2);
    DoubleVector tanh3 = all(TANH_3);
    DoubleVector tanh4 = all(TANH_4);
    DoubleVector tanh5 = all(TANH_5);
    DoubleVector tanh6 = all(TANH_6);
    DoubleVector tanh7 = all(TANH_7);
    DoubleVector tanh8 = all(TANH_8);
    DoubleVector tanh9 = all(TANH_9);
    DoubleVector tanh10 = all(TANH_10);
    DoubleVector tanh11 = all(TANH_11);
    LongVector sinh15 = bits(SINH_15);
    DoubleVector sinh16 = all(SINH_16);
    DoubleVector one = all(ONE);
    DoubleVector two = all(TWO);
    DoubleVector infinity = all(INFINITY);
    DoubleVector zero = all(ZERO);
    DoubleVector tanh13 = all(TANH_13);
    DoubleVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector size = x.abs();
      DoubleVector bounded = size.blend(sinh14, size.compare(GT, sinh14));
      DoubleVector t = bounded.fma(log2E, round);
      DoubleVector n = t.sub(round);
      DoubleVector high = n.fma(minusLn2High, bounded);
      DoubleVector r = n.fma(minusLn2Low, high);
      DoubleVector c = n.fma(minusLn2Low, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(half, r.fma(r, r2.neg()).fma(half, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(tanh2, tanh3);
      DoubleVector b = r.fma(tanh4, tanh5);
      DoubleVector c2 = r.fma(tanh6, tanh7);
      DoubleVector d = r.fma(tanh8, tanh9);
      DoubleVector e = r.fma(tanh10, tanh11);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows
      // on the way.
      DoubleVector quarter =
          t.reinterpretAsLongs().add(sinh15).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector a2 = quarter.sub(sinh16);
      DoubleVector b2 = quarter.mul(r);
      DoubleVector sum = a2.add(b2);
      DoubleVector rest = quarter.fma(e2, b2.sub(sum.sub(a2)).add(quarter.sub(a2).sub(sinh16)));
      DoubleVector top = sum.add(rest);
      DoubleVector topLow = rest.sub(top.sub(sum));
      DoubleVector bottom = top.add(sinh16);
      DoubleVector added = bottom.sub(top);
      DoubleVector bottomLow = top.sub(bottom.sub(added)).add(sinh16.sub(added)).add(topLow);
      DoubleVector inverse = one.div(bottom);
      DoubleVector q = top.mul(inverse);
      DoubleVector qLow = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).mul(inverse);
      DoubleVector second = q.mul(sinh16);
      DoubleVector main = top.add(second);
      DoubleVector y = main.add(second.sub(main.sub(top)).add(qLow.fma(sinh16, topLow))).mul(two);
      y = y.blend(infinity, size.compare(GT, sinh14));
      y = y.blend(y.neg(), x.compare(LT, zero));
      y = y.blend(x, size.compare(LT, tanh13));
      y.blend(x.mul(zero), size.compare(LT, normal)).intoArray(out, to + i);
    }
  }

  /// The hyperbolic cosine.
  static void cosh(double[] in, int from, double[] out, int to, int count) {
    DoubleVector sinh14 = all(SINH_14);
    DoubleVector log2E = all(LOG2_E);
    DoubleVector round = all(ROUND);
    DoubleVector minusLn2High = all(MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(MINUS_LN2_LOW);
    DoubleVector half = all(HALF);
    DoubleVector tanh2 = all(TANH_2);
    DoubleVector tanh3 = all(TANH_3);
    DoubleVector tanh4 = all(TANH_4);
    DoubleVector tanh5 = all(TANH_5);
    DoubleVector tanh6 = all(TANH_6);
    DoubleVector tanh7 = all(TANH_7);
    DoubleVector tanh8 = all(TANH_8);
    DoubleVector tanh9 = all(TANH_9);
    DoubleVector tanh10 = all(TANH_10);
    DoubleVector tanh11 = all(TANH_11);
    LongVector sinh15 = bits(SINH_15);
    DoubleVector one = all(ONE);
    DoubleVector cosh17 = all(COSH_17);
    DoubleVector two = all(TWO);
    DoubleVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector size = x.abs();
      DoubleVector bounded = size.blend(sinh14, size.compare(GT, sinh14));
      DoubleVector t = bounded.fma(log2E, round);
      DoubleVector n = t.sub(round);
      DoubleVector high = n.fma(minusLn2High, bounded);
      DoubleVector r = n.fma(minusLn2Low, high);
      DoubleVector c = n.fma(minusLn2Low, high.sub(r));
      DoubleVector r2 = r.mul(r);
      DoubleVector quadratic = r2.fma(half, r.fma(r, r2.neg()).fma(half, c.fma(r, c)));
      DoubleVector r22 = r.mul(r);
      DoubleVector r4 = r22.mul(r22);
      DoubleVector a = r.fma(tanh2, tanh3);
      DoubleVector b = r.fma(tanh4, tanh5);
      DoubleVector c2 = r.fma(tanh6, tanh7);
      DoubleVector d = r.fma(tanh8, tanh9);
      DoubleVector e = r.fma(tanh10, tanh11);
      DoubleVector e2 = r.mul(r2).fma(e.fma(r4, d.fma(r22, c2)).fma(r4, b.fma(r22, a)), quadratic);
      // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
      DoubleVector quarter =
          t.reinterpretAsLongs().add(sinh15).lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector b2 = quarter.mul(r);
      DoubleVector sum = quarter.add(b2);
      DoubleVector rest = quarter.fma(e2, b2.sub(sum.sub(quarter)));
      DoubleVector first = sum.add(rest);
      DoubleVector firstLow = rest.sub(first.sub(sum));
      DoubleVector inverse = one.div(first);
      DoubleVector second = inverse.mul(cosh17);
      DoubleVector secondLow = second.mul(first.neg().fma(inverse, one).sub(firstLow.mul(inverse)));
      DoubleVector main = first.add(second);
      DoubleVector y = main.add(second.sub(main.sub(first)).add(firstLow.add(secondLow))).mul(two);
      y.blend(infinity, size.compare(GT, sinh14)).intoArray(out, to + i);
    }
  }
}

package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import org.eimodel.numeric.DoubleFunctions;

/// The loops' form of `DoubleTrigonometrics`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class DoubleTrigonometricLoops {
  private static final int LANES = DOUBLE.length();

  private static final double MINUS_HALF_PI_1 = -0x1.921fb54442d18p+0;
  private static final double MINUS_HALF_PI_3 = 0x1.f1976b7ed8fbcp-110;
  private static final double SIN_1 = 0x1.111111111110bp-7;
  private static final double SIN_2 = -0x1.5555555555555p-3;
  private static final double SIN_3 = 0x1.71de3a5339306p-19;
  private static final double SIN_4 = -0x1.a01a01a018ae1p-13;
  private static final double SIN_5 = 0x1.6120925ea4952p-33;
  private static final double SIN_6 = -0x1.ae645297d6cbep-26;
  private static final double SIN_7 = -0x1.aaa514923a981p-41;
  private static final double SIN_8 = -0.5;
  private static final double HALF = 0.5;
  private static final double ONE = 1;
  private static final double SIN_9 = -0x1.6c16c16c15177p-10;
  private static final double SIN_10 = 0x1.555555555554cp-5;
  private static final double SIN_11 = -0x1.27e4f8095649fp-22;
  private static final double SIN_12 = 0x1.a01a019cb1003p-16;
  private static final double SIN_13 = -0x1.8fae5c9712b25p-37;
  private static final double SIN_14 = 0x1.1ee9eb7656bc9p-29;
  private static final long SIN_15 = 1;
  private static final long SIN_16 = 2;
  private static final double NORMAL = Double.MIN_NORMAL;
  private static final double ZERO = 0;
  private static final double LARGE = 0x1p30;
  private static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  private static final double ROUND = 0x1.8p52;
  private static final double TWO_BY_PI = 0x1.45f306dc9c883p-1;

  private DoubleTrigonometricLoops() {}

  /// The sine of an angle in radians; a vector with a large angle is done one by one.
  static void sin(double[] in, int from, double[] out, int to, int count) {
    DoubleVector large = all(LARGE);
    DoubleVector twoByPi = all(TWO_BY_PI);
    DoubleVector round = all(ROUND);
    DoubleVector minusHalfPi1 = all(MINUS_HALF_PI_1);
    DoubleVector halfPi2 = all(HALF_PI_2);
    DoubleVector minusHalfPi3 = all(MINUS_HALF_PI_3);
    DoubleVector sin1 = all(SIN_1);
    DoubleVector sin2 = all(SIN_2);
    DoubleVector sin3 = all(SIN_3);
    DoubleVector sin4 = all(SIN_4);
    DoubleVector sin5 = all(SIN_5);
    DoubleVector sin6 = all(SIN_6);
    DoubleVector sin7 = all(SIN_7);
    DoubleVector sin8 = all(SIN_8);
    DoubleVector halfLanes = all(HALF);
    DoubleVector one = all(ONE);
    DoubleVector sin9 = all(SIN_9);
    DoubleVector sin10 = all(SIN_10);
    DoubleVector sin11 = all(SIN_11);
    DoubleVector sin12 = all(SIN_12);
    DoubleVector sin13 = all(SIN_13);
    DoubleVector sin14 = all(SIN_14);
    LongVector sin15 = bits(SIN_15);
    LongVector sin16 = bits(SIN_16);
    DoubleVector zero = all(ZERO);
    DoubleVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      if (x.abs().compare(GT, large).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = DoubleFunctions.sin(in[from + k]);
        }
        continue;
      }
      DoubleVector t = x.fma(twoByPi, round);
      DoubleVector n = t.sub(round);
      DoubleVector r = n.fma(minusHalfPi1, x).sub(n.mul(halfPi2));
      DoubleVector exact = n.fma(minusHalfPi1, x);
      DoubleVector product = n.mul(halfPi2);
      DoubleVector moved = r.sub(exact);
      DoubleVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      DoubleVector low = n.fma(minusHalfPi3, error.sub(n.fma(halfPi2, product.neg())));
      LongVector quarter = t.reinterpretAsLongs();
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(sin1, sin2);
      DoubleVector b = z.fma(sin3, sin4);
      DoubleVector c = z.fma(sin5, sin6);
      c = z2.fma(sin7, c);
      DoubleVector sine = r.add(z.mul(r).fma(c.fma(z2, b).fma(z2, a), z.mul(sin8).fma(low, low)));
      DoubleVector z3 = r.mul(r);
      DoubleVector half = z3.mul(halfLanes);
      DoubleVector main = one.sub(half);
      DoubleVector lost = r.neg().fma(low, r.fma(r, z3.neg()).mul(sin8));
      DoubleVector z22 = z3.mul(z3);
      DoubleVector a2 = z3.fma(sin9, sin10);
      DoubleVector b2 = z3.fma(sin11, sin12);
      DoubleVector c2 = z3.fma(sin13, sin14);
      DoubleVector cosine =
          one.sub(r.mul(r).mul(halfLanes))
              .add(one.sub(main).sub(half).add(z3.mul(z3).fma(c2.fma(z22, b2).fma(z22, a2), lost)));
      DoubleVector y = sine.blend(cosine, quarter.and(sin15).compare(NE, 0).cast(DOUBLE));
      DoubleVector y2 = y.blend(y.neg(), quarter.and(sin16).compare(NE, 0).cast(DOUBLE));
      y2.blend(x.mul(zero), x.abs().compare(LT, normal)).intoArray(out, to + i);
    }
  }

  /// The cosine of an angle in radians; a vector with a large angle is done one by one.
  static void cos(double[] in, int from, double[] out, int to, int count) {
    DoubleVector large = all(LARGE);
    DoubleVector twoByPi = all(TWO_BY_PI);
    DoubleVector round = all(ROUND);
    DoubleVector minusHalfPi1 = all(MINUS_HALF_PI_1);
    DoubleVector halfPi2 = all(HALF_PI_2);
    DoubleVector minusHalfPi3 = all(MINUS_HALF_PI_3);
    LongVector sin15 = bits(SIN_15);
    DoubleVector sin1 = all(SIN_1);
    DoubleVector sin2 = all(SIN_2);
    DoubleVector sin3 = all(SIN_3);
    DoubleVector sin4 = all(SIN_4);
    DoubleVector sin5 = all(SIN_5);
    DoubleVector sin6 = all(SIN_6);
    DoubleVector sin7 = all(SIN_7);
    DoubleVector sin8 = all(SIN_8);
    DoubleVector halfLanes = all(HALF);
    DoubleVector one = all(ONE);
    DoubleVector sin9 = all(SIN_9);
    DoubleVector sin10 = all(SIN_10);
    DoubleVector sin11 = all(SIN_11);
    DoubleVector sin12 = all(SIN_12);
    DoubleVector sin13 = all(SIN_13);
    DoubleVector sin14 = all(SIN_14);
    LongVector sin16 = bits(SIN_16);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      if (x.abs().compare(GT, large).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = DoubleFunctions.cos(in[from + k]);
        }
        continue;
      }
      DoubleVector t = x.fma(twoByPi, round);
      DoubleVector n = t.sub(round);
      DoubleVector r = n.fma(minusHalfPi1, x).sub(n.mul(halfPi2));
      DoubleVector exact = n.fma(minusHalfPi1, x);
      DoubleVector product = n.mul(halfPi2);
      DoubleVector moved = r.sub(exact);
      DoubleVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      DoubleVector low = n.fma(minusHalfPi3, error.sub(n.fma(halfPi2, product.neg())));
      LongVector quarter = t.reinterpretAsLongs();
      LongVector quarter2 = quarter.add(sin15);
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(sin1, sin2);
      DoubleVector b = z.fma(sin3, sin4);
      DoubleVector c = z.fma(sin5, sin6);
      c = z2.fma(sin7, c);
      DoubleVector sine = r.add(z.mul(r).fma(c.fma(z2, b).fma(z2, a), z.mul(sin8).fma(low, low)));
      DoubleVector z3 = r.mul(r);
      DoubleVector half = z3.mul(halfLanes);
      DoubleVector main = one.sub(half);
      DoubleVector lost = r.neg().fma(low, r.fma(r, z3.neg()).mul(sin8));
      DoubleVector z22 = z3.mul(z3);
      DoubleVector a2 = z3.fma(sin9, sin10);
      DoubleVector b2 = z3.fma(sin11, sin12);
      DoubleVector c2 = z3.fma(sin13, sin14);
      DoubleVector cosine =
          one.sub(r.mul(r).mul(halfLanes))
              .add(one.sub(main).sub(half).add(z3.mul(z3).fma(c2.fma(z22, b2).fma(z22, a2), lost)));
      DoubleVector y = sine.blend(cosine, quarter2.and(sin15).compare(NE, 0).cast(DOUBLE));
      y.blend(y.neg(), quarter2.and(sin16).compare(NE, 0).cast(DOUBLE)).intoArray(out, to + i);
    }
  }

  /// The tangent of an angle in radians; a vector with a large angle is done one by one.
  static void tan(double[] in, int from, double[] out, int to, int count) {
    DoubleVector large = all(LARGE);
    DoubleVector twoByPi = all(TWO_BY_PI);
    DoubleVector round = all(ROUND);
    DoubleVector minusHalfPi1 = all(MINUS_HALF_PI_1);
    DoubleVector halfPi2 = all(HALF_PI_2);
    DoubleVector minusHalfPi3 = all(MINUS_HALF_PI_3);
    DoubleVector sin1 = all(SIN_1);
    DoubleVector sin2 = all(SIN_2);
    DoubleVector sin3 = all(SIN_3);
    DoubleVector sin4 = all(SIN_4);
    DoubleVector sin5 = all(SIN_5);
    DoubleVector sin6 = all(SIN_6);
    DoubleVector sin7 = all(SIN_7);
    DoubleVector sin8 = all(SIN_8);
    DoubleVector one = all(ONE);
    DoubleVector halfLanes = all(HALF);
    DoubleVector sin9 = all(SIN_9);
    DoubleVector sin10 = all(SIN_10);
    DoubleVector sin11 = all(SIN_11);
    DoubleVector sin12 = all(SIN_12);
    DoubleVector sin13 = all(SIN_13);
    DoubleVector sin14 = all(SIN_14);
    LongVector sin15 = bits(SIN_15);
    DoubleVector zero = all(ZERO);
    DoubleVector normal = all(NORMAL);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      if (x.abs().compare(GT, large).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = DoubleFunctions.tan(in[from + k]);
        }
        continue;
      }
      DoubleVector t = x.fma(twoByPi, round);
      DoubleVector n = t.sub(round);
      DoubleVector r = n.fma(minusHalfPi1, x).sub(n.mul(halfPi2));
      DoubleVector exact = n.fma(minusHalfPi1, x);
      DoubleVector product = n.mul(halfPi2);
      DoubleVector moved = r.sub(exact);
      DoubleVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      DoubleVector low = n.fma(minusHalfPi3, error.sub(n.fma(halfPi2, product.neg())));
      LongVector quarter = t.reinterpretAsLongs();
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(sin1, sin2);
      DoubleVector b = z.fma(sin3, sin4);
      DoubleVector c = z.fma(sin5, sin6);
      c = z2.fma(sin7, c);
      DoubleVector rest = z.mul(r).fma(c.fma(z2, b).fma(z2, a), z.mul(sin8).fma(low, low));
      DoubleVector sine = r.add(rest);
      DoubleVector sineLow = rest.sub(sine.sub(r));
      DoubleVector main = one.sub(r.mul(r).mul(halfLanes));
      DoubleVector z3 = r.mul(r);
      DoubleVector half = z3.mul(halfLanes);
      DoubleVector main2 = one.sub(half);
      DoubleVector lost = r.neg().fma(low, r.fma(r, z3.neg()).mul(sin8));
      DoubleVector z22 = z3.mul(z3);
      DoubleVector a2 = z3.fma(sin9, sin10);
      DoubleVector b2 = z3.fma(sin11, sin12);
      DoubleVector c2 = z3.fma(sin13, sin14);
      rest = one.sub(main2).sub(half).add(z3.mul(z3).fma(c2.fma(z22, b2).fma(z22, a2), lost));
      DoubleVector cosine = main.add(rest);
      DoubleVector cosineLow = rest.sub(cosine.sub(main));
      VectorMask<Double> odd = quarter.and(sin15).compare(NE, 0).cast(DOUBLE);
      DoubleVector top = sine.blend(cosine.neg(), odd);
      DoubleVector topLow = sineLow.blend(cosineLow.neg(), odd);
      DoubleVector bottom = cosine.blend(sine, odd);
      DoubleVector bottomLow = cosineLow.blend(sineLow, odd);
      DoubleVector inverse = one.div(bottom);
      DoubleVector q = top.mul(inverse);
      DoubleVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y.blend(x.mul(zero), x.abs().compare(LT, normal)).intoArray(out, to + i);
    }
  }
}

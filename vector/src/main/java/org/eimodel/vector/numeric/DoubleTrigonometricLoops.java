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
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class DoubleTrigonometricLoops {
  private static final int LANES = DOUBLE.length();

  private static final DoubleVector MINUS_HALF_PI_1 = all(-0x1.921fb54442d18p+0);
  private static final DoubleVector MINUS_HALF_PI_3 = all(0x1.f1976b7ed8fbcp-110);
  private static final DoubleVector SIN_1 = all(0x1.111111111110bp-7);
  private static final DoubleVector SIN_2 = all(-0x1.5555555555555p-3);
  private static final DoubleVector SIN_3 = all(0x1.71de3a5339306p-19);
  private static final DoubleVector SIN_4 = all(-0x1.a01a01a018ae1p-13);
  private static final DoubleVector SIN_5 = all(0x1.6120925ea4952p-33);
  private static final DoubleVector SIN_6 = all(-0x1.ae645297d6cbep-26);
  private static final DoubleVector SIN_7 = all(-0x1.aaa514923a981p-41);
  private static final DoubleVector SIN_8 = all(-0.5);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector SIN_9 = all(-0x1.6c16c16c15177p-10);
  private static final DoubleVector SIN_10 = all(0x1.555555555554cp-5);
  private static final DoubleVector SIN_11 = all(-0x1.27e4f8095649fp-22);
  private static final DoubleVector SIN_12 = all(0x1.a01a019cb1003p-16);
  private static final DoubleVector SIN_13 = all(-0x1.8fae5c9712b25p-37);
  private static final DoubleVector SIN_14 = all(0x1.1ee9eb7656bc9p-29);
  private static final LongVector SIN_15 = bits(1);
  private static final LongVector SIN_16 = bits(2);
  private static final DoubleVector NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector LARGE = all(0x1p30);
  private static final DoubleVector HALF_PI_2 = all(0x1.1a62633145c07p-54);
  private static final DoubleVector ROUND = all(0x1.8p52);
  private static final DoubleVector TWO_BY_PI = all(0x1.45f306dc9c883p-1);

  private DoubleTrigonometricLoops() {}

  /// The sine of an angle in radians; a vector with a large angle is done one by one.
  static void sin(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      if (x.abs().compare(GT, LARGE).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = DoubleFunctions.sin(in[from + k]);
        }
        continue;
      }
      DoubleVector t = x.fma(TWO_BY_PI, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector r = n.fma(MINUS_HALF_PI_1, x).sub(n.mul(HALF_PI_2));
      DoubleVector exact = n.fma(MINUS_HALF_PI_1, x);
      DoubleVector product = n.mul(HALF_PI_2);
      DoubleVector moved = r.sub(exact);
      DoubleVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      DoubleVector low = n.fma(MINUS_HALF_PI_3, error.sub(n.fma(HALF_PI_2, product.neg())));
      LongVector quarter = t.reinterpretAsLongs();
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(SIN_1, SIN_2);
      DoubleVector b = z.fma(SIN_3, SIN_4);
      DoubleVector c = z.fma(SIN_5, SIN_6);
      c = z2.fma(SIN_7, c);
      DoubleVector sine = r.add(z.mul(r).fma(c.fma(z2, b).fma(z2, a), z.mul(SIN_8).fma(low, low)));
      DoubleVector z3 = r.mul(r);
      DoubleVector half = z3.mul(HALF);
      DoubleVector main = ONE.sub(half);
      DoubleVector lost = r.neg().fma(low, r.fma(r, z3.neg()).mul(SIN_8));
      DoubleVector z22 = z3.mul(z3);
      DoubleVector a2 = z3.fma(SIN_9, SIN_10);
      DoubleVector b2 = z3.fma(SIN_11, SIN_12);
      DoubleVector c2 = z3.fma(SIN_13, SIN_14);
      DoubleVector cosine =
          ONE.sub(r.mul(r).mul(HALF))
              .add(ONE.sub(main).sub(half).add(z3.mul(z3).fma(c2.fma(z22, b2).fma(z22, a2), lost)));
      DoubleVector y = sine.blend(cosine, quarter.and(SIN_15).compare(NE, 0).cast(DOUBLE));
      DoubleVector y2 = y.blend(y.neg(), quarter.and(SIN_16).compare(NE, 0).cast(DOUBLE));
      y2.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }

  /// The cosine of an angle in radians; a vector with a large angle is done one by one.
  static void cos(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      if (x.abs().compare(GT, LARGE).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = DoubleFunctions.cos(in[from + k]);
        }
        continue;
      }
      DoubleVector t = x.fma(TWO_BY_PI, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector r = n.fma(MINUS_HALF_PI_1, x).sub(n.mul(HALF_PI_2));
      DoubleVector exact = n.fma(MINUS_HALF_PI_1, x);
      DoubleVector product = n.mul(HALF_PI_2);
      DoubleVector moved = r.sub(exact);
      DoubleVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      DoubleVector low = n.fma(MINUS_HALF_PI_3, error.sub(n.fma(HALF_PI_2, product.neg())));
      LongVector quarter = t.reinterpretAsLongs();
      LongVector quarter2 = quarter.add(SIN_15);
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(SIN_1, SIN_2);
      DoubleVector b = z.fma(SIN_3, SIN_4);
      DoubleVector c = z.fma(SIN_5, SIN_6);
      c = z2.fma(SIN_7, c);
      DoubleVector sine = r.add(z.mul(r).fma(c.fma(z2, b).fma(z2, a), z.mul(SIN_8).fma(low, low)));
      DoubleVector z3 = r.mul(r);
      DoubleVector half = z3.mul(HALF);
      DoubleVector main = ONE.sub(half);
      DoubleVector lost = r.neg().fma(low, r.fma(r, z3.neg()).mul(SIN_8));
      DoubleVector z22 = z3.mul(z3);
      DoubleVector a2 = z3.fma(SIN_9, SIN_10);
      DoubleVector b2 = z3.fma(SIN_11, SIN_12);
      DoubleVector c2 = z3.fma(SIN_13, SIN_14);
      DoubleVector cosine =
          ONE.sub(r.mul(r).mul(HALF))
              .add(ONE.sub(main).sub(half).add(z3.mul(z3).fma(c2.fma(z22, b2).fma(z22, a2), lost)));
      DoubleVector y = sine.blend(cosine, quarter2.and(SIN_15).compare(NE, 0).cast(DOUBLE));
      y.blend(y.neg(), quarter2.and(SIN_16).compare(NE, 0).cast(DOUBLE)).intoArray(out, to + i);
    }
  }

  /// The tangent of an angle in radians; a vector with a large angle is done one by one.
  static void tan(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      if (x.abs().compare(GT, LARGE).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          out[to + k] = DoubleFunctions.tan(in[from + k]);
        }
        continue;
      }
      DoubleVector t = x.fma(TWO_BY_PI, ROUND);
      DoubleVector n = t.sub(ROUND);
      DoubleVector r = n.fma(MINUS_HALF_PI_1, x).sub(n.mul(HALF_PI_2));
      DoubleVector exact = n.fma(MINUS_HALF_PI_1, x);
      DoubleVector product = n.mul(HALF_PI_2);
      DoubleVector moved = r.sub(exact);
      DoubleVector error = exact.sub(r.sub(moved)).sub(product.add(moved));
      DoubleVector low = n.fma(MINUS_HALF_PI_3, error.sub(n.fma(HALF_PI_2, product.neg())));
      LongVector quarter = t.reinterpretAsLongs();
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(SIN_1, SIN_2);
      DoubleVector b = z.fma(SIN_3, SIN_4);
      DoubleVector c = z.fma(SIN_5, SIN_6);
      c = z2.fma(SIN_7, c);
      DoubleVector rest = z.mul(r).fma(c.fma(z2, b).fma(z2, a), z.mul(SIN_8).fma(low, low));
      DoubleVector sine = r.add(rest);
      DoubleVector sineLow = rest.sub(sine.sub(r));
      DoubleVector main = ONE.sub(r.mul(r).mul(HALF));
      DoubleVector z3 = r.mul(r);
      DoubleVector half = z3.mul(HALF);
      DoubleVector main2 = ONE.sub(half);
      DoubleVector lost = r.neg().fma(low, r.fma(r, z3.neg()).mul(SIN_8));
      DoubleVector z22 = z3.mul(z3);
      DoubleVector a2 = z3.fma(SIN_9, SIN_10);
      DoubleVector b2 = z3.fma(SIN_11, SIN_12);
      DoubleVector c2 = z3.fma(SIN_13, SIN_14);
      rest = ONE.sub(main2).sub(half).add(z3.mul(z3).fma(c2.fma(z22, b2).fma(z22, a2), lost));
      DoubleVector cosine = main.add(rest);
      DoubleVector cosineLow = rest.sub(cosine.sub(main));
      VectorMask<Double> odd = quarter.and(SIN_15).compare(NE, 0).cast(DOUBLE);
      DoubleVector top = sine.blend(cosine.neg(), odd);
      DoubleVector topLow = sineLow.blend(cosineLow.neg(), odd);
      DoubleVector bottom = cosine.blend(sine, odd);
      DoubleVector bottomLow = cosineLow.blend(sineLow, odd);
      DoubleVector inverse = ONE.div(bottom);
      DoubleVector q = top.mul(inverse);
      DoubleVector y = q.neg().fma(bottom, top).add(q.neg().fma(bottomLow, topLow)).fma(inverse, q);
      y.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL)).intoArray(out, to + i);
    }
  }
}

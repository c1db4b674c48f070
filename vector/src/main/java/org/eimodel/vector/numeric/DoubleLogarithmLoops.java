package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.LaneWidth.DOUBLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The loops' form of `DoubleLogarithms`: the same operations in the same order, for a whole number of vectors.
///
/// Each function is one method: C2 inlines our methods only up to a number of nodes that thirty operations reach, those of
/// the Vector API beyond it. Its constants become vectors before the loop, where registers hold them; a vector in a static
/// field is read from memory at every use. Reasons and sources of the numbers stand in the scalar class.
final class DoubleLogarithmLoops {
  private static final int LANES = DOUBLE.length();

  private static final double NORMAL = Double.MIN_NORMAL;
  private static final double LOG_1 = 0x1p54;
  private static final long LOG_2 = 0x3ff0000000000000L - 0x3fe6a09e00000000L;
  private static final double LOG_3 = 0x1p52 + 1023;
  private static final double ZERO = 0;
  private static final double LOG_4 = 54;
  private static final double ONE = 1;
  private static final double TWO = 2;
  private static final double LOG_5 = 0x1.9999999999dffp-2;
  private static final double LOG_6 = 0x1.5555555555555p-1;
  private static final double LOG_7 = 0x1.c71c725904983p-3;
  private static final double LOG_8 = 0x1.249249242b413p-2;
  private static final double LOG_9 = 0x1.3b20ac9ec0a4fp-3;
  private static final double LOG_10 = 0x1.745cde315bf7dp-3;
  private static final double LOG_11 = 0x1.0f645d89e9606p-3;
  private static final double LOG_12 = 0x1.0f5caa706dfeep-3;
  private static final double HALF = 0.5;
  private static final double MINUS_INFINITY = Double.NEGATIVE_INFINITY;
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final double MINUS_ONE = -1;
  private static final long FRACTION = 0x000fffffffffffffL;
  private static final long INTEGER = 0x4330000000000000L;
  private static final double LN2_REST = 0x1.ef35793c7673p-45;
  private static final double LN2_SHORT = 0x1.62e42fefa38p-1;
  private static final long SQRT_HALF = 0x3fe6a09e00000000L;

  private DoubleLogarithmLoops() {}

  /// The natural logarithm.
  static void log(double[] in, int from, double[] out, int to, int count) {
    DoubleVector normal = all(NORMAL);
    DoubleVector log1 = all(LOG_1);
    LongVector log2 = bits(LOG_2);
    LongVector integer = bits(INTEGER);
    DoubleVector log3 = all(LOG_3);
    DoubleVector zero = all(ZERO);
    DoubleVector log4 = all(LOG_4);
    LongVector fraction = bits(FRACTION);
    LongVector sqrtHalf = bits(SQRT_HALF);
    DoubleVector one = all(ONE);
    DoubleVector two = all(TWO);
    DoubleVector log5 = all(LOG_5);
    DoubleVector log6 = all(LOG_6);
    DoubleVector log7 = all(LOG_7);
    DoubleVector log8 = all(LOG_8);
    DoubleVector log9 = all(LOG_9);
    DoubleVector log10 = all(LOG_10);
    DoubleVector log11 = all(LOG_11);
    DoubleVector log12 = all(LOG_12);
    DoubleVector half = all(HALF);
    DoubleVector ln2Rest = all(LN2_REST);
    DoubleVector ln2Short = all(LN2_SHORT);
    DoubleVector minusInfinity = all(MINUS_INFINITY);
    DoubleVector nan = all(NAN);
    DoubleVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      VectorMask<Double> subnormal = x.compare(LT, normal);
      DoubleVector x2 = x.blend(x.mul(log1), subnormal);
      LongVector split = x2.reinterpretAsLongs().add(log2);
      DoubleVector k2 =
          split
              .lanewise(LSHR, 52)
              .or(integer)
              .reinterpretAsDoubles()
              .sub(log3)
              .sub(zero.blend(log4, subnormal));
      DoubleVector f = split.and(fraction).add(sqrtHalf).reinterpretAsDoubles().sub(one);
      DoubleVector s = f.div(f.add(two));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(log5, log6);
      DoubleVector b = z.fma(log7, log8);
      DoubleVector c = z.fma(log9, log10);
      DoubleVector d = z.fma(log11, log12);
      DoubleVector p = d.fma(z2, c).fma(z2, b).fma(z2, a);
      DoubleVector square = f.mul(half).mul(f);
      DoubleVector rest = s.fma(z.fma(p, square), k2.fma(ln2Rest, zero)).sub(square);
      DoubleVector y =
          k2.mul(ln2Short)
              .add(f)
              .add(f.sub(k2.mul(ln2Short).add(f).sub(k2.mul(ln2Short))).add(rest));
      y = y.blend(minusInfinity, x.compare(EQ, zero));
      y = y.blend(nan, x.compare(LT, zero));
      x.blend(y, x.compare(LT, infinity)).intoArray(out, to + i);
    }
  }

  /// log(1 + x), without cancellation near zero.
  static void log1p(double[] in, int from, double[] out, int to, int count) {
    DoubleVector one = all(ONE);
    LongVector log2 = bits(LOG_2);
    LongVector integer = bits(INTEGER);
    DoubleVector log3 = all(LOG_3);
    DoubleVector zero = all(ZERO);
    LongVector fraction = bits(FRACTION);
    LongVector sqrtHalf = bits(SQRT_HALF);
    DoubleVector two = all(TWO);
    DoubleVector log5 = all(LOG_5);
    DoubleVector log6 = all(LOG_6);
    DoubleVector log7 = all(LOG_7);
    DoubleVector log8 = all(LOG_8);
    DoubleVector log9 = all(LOG_9);
    DoubleVector log10 = all(LOG_10);
    DoubleVector log11 = all(LOG_11);
    DoubleVector log12 = all(LOG_12);
    DoubleVector half = all(HALF);
    DoubleVector ln2Rest = all(LN2_REST);
    DoubleVector ln2Short = all(LN2_SHORT);
    DoubleVector normal = all(NORMAL);
    DoubleVector minusInfinity = all(MINUS_INFINITY);
    DoubleVector minusOne = all(MINUS_ONE);
    DoubleVector nan = all(NAN);
    DoubleVector infinity = all(INFINITY);
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector u = x.add(one);
      DoubleVector moved = u.sub(one);
      DoubleVector error = one.sub(u.sub(moved)).add(x.sub(moved));
      LongVector split = u.reinterpretAsLongs().add(log2);
      DoubleVector k2 = split.lanewise(LSHR, 52).or(integer).reinterpretAsDoubles().sub(log3);
      // While 1 + x needs no scaling, x itself is the exact f.
      VectorMask<Double> near = k2.compare(EQ, zero);
      DoubleVector f =
          split.and(fraction).add(sqrtHalf).reinterpretAsDoubles().sub(one).blend(x, near);
      DoubleVector correction = error.div(u).blend(zero, near);
      DoubleVector s = f.div(f.add(two));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(log5, log6);
      DoubleVector b = z.fma(log7, log8);
      DoubleVector c = z.fma(log9, log10);
      DoubleVector d = z.fma(log11, log12);
      DoubleVector p = d.fma(z2, c).fma(z2, b).fma(z2, a);
      DoubleVector square = f.mul(half).mul(f);
      DoubleVector rest = s.fma(z.fma(p, square), k2.fma(ln2Rest, correction)).sub(square);
      DoubleVector y =
          k2.mul(ln2Short)
              .add(f)
              .add(f.sub(k2.mul(ln2Short).add(f).sub(k2.mul(ln2Short))).add(rest));
      y = y.blend(x.mul(zero), x.abs().compare(LT, normal));
      y = y.blend(minusInfinity, x.compare(EQ, minusOne));
      y = y.blend(nan, x.compare(LT, minusOne));
      x.blend(y, x.compare(LT, infinity)).intoArray(out, to + i);
    }
  }
}

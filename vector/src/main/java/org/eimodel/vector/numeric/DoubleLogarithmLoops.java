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
/// Each function is one method and its constants are vectors: C2 inlines our methods only up to a number of nodes that
/// thirty operations reach, those of the Vector API beyond it, and counts a broadcast like any operation. Reasons and
/// sources of the numbers stand in the scalar class.
final class DoubleLogarithmLoops {
  private static final int LANES = DOUBLE.length();

  private static final DoubleVector NORMAL = all(Double.MIN_NORMAL);
  private static final DoubleVector LOG_1 = all(0x1p54);
  private static final LongVector LOG_2 = bits(0x3ff0000000000000L - 0x3fe6a09e00000000L);
  private static final DoubleVector LOG_3 = all(0x1p52 + 1023);
  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector LOG_4 = all(54);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector LOG_5 = all(0x1.9999999999dffp-2);
  private static final DoubleVector LOG_6 = all(0x1.5555555555555p-1);
  private static final DoubleVector LOG_7 = all(0x1.c71c725904983p-3);
  private static final DoubleVector LOG_8 = all(0x1.249249242b413p-2);
  private static final DoubleVector LOG_9 = all(0x1.3b20ac9ec0a4fp-3);
  private static final DoubleVector LOG_10 = all(0x1.745cde315bf7dp-3);
  private static final DoubleVector LOG_11 = all(0x1.0f645d89e9606p-3);
  private static final DoubleVector LOG_12 = all(0x1.0f5caa706dfeep-3);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector MINUS_INFINITY = all(Double.NEGATIVE_INFINITY);
  private static final DoubleVector NAN = all(Double.NaN);
  private static final DoubleVector INFINITY = all(Double.POSITIVE_INFINITY);
  private static final DoubleVector MINUS_ONE = all(-1);
  private static final LongVector FRACTION = bits(0x000fffffffffffffL);
  private static final LongVector INTEGER = bits(0x4330000000000000L);
  private static final DoubleVector LN2_REST = all(0x1.ef35793c7673p-45);
  private static final DoubleVector LN2_SHORT = all(0x1.62e42fefa38p-1);
  private static final LongVector SQRT_HALF = bits(0x3fe6a09e00000000L);

  private DoubleLogarithmLoops() {}

  /// The natural logarithm.
  static void log(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      VectorMask<Double> subnormal = x.compare(LT, NORMAL);
      DoubleVector x2 = x.blend(x.mul(LOG_1), subnormal);
      LongVector split = x2.reinterpretAsLongs().add(LOG_2);
      DoubleVector k2 =
          split
              .lanewise(LSHR, 52)
              .or(INTEGER)
              .reinterpretAsDoubles()
              .sub(LOG_3)
              .sub(ZERO.blend(LOG_4, subnormal));
      DoubleVector f = split.and(FRACTION).add(SQRT_HALF).reinterpretAsDoubles().sub(ONE);
      DoubleVector s = f.div(f.add(TWO));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(LOG_5, LOG_6);
      DoubleVector b = z.fma(LOG_7, LOG_8);
      DoubleVector c = z.fma(LOG_9, LOG_10);
      DoubleVector d = z.fma(LOG_11, LOG_12);
      DoubleVector p = d.fma(z2, c).fma(z2, b).fma(z2, a);
      DoubleVector square = f.mul(HALF).mul(f);
      DoubleVector rest = s.fma(z.fma(p, square), k2.fma(LN2_REST, ZERO)).sub(square);
      DoubleVector y =
          k2.mul(LN2_SHORT)
              .add(f)
              .add(f.sub(k2.mul(LN2_SHORT).add(f).sub(k2.mul(LN2_SHORT))).add(rest));
      y = y.blend(MINUS_INFINITY, x.compare(EQ, ZERO));
      y = y.blend(NAN, x.compare(LT, ZERO));
      x.blend(y, x.compare(LT, INFINITY)).intoArray(out, to + i);
    }
  }

  /// log(1 + x), without cancellation near zero.
  static void log1p(double[] in, int from, double[] out, int to, int count) {
    for (int i = 0; i < count; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(DOUBLE, in, from + i);
      DoubleVector u = x.add(ONE);
      DoubleVector moved = u.sub(ONE);
      DoubleVector error = ONE.sub(u.sub(moved)).add(x.sub(moved));
      LongVector split = u.reinterpretAsLongs().add(LOG_2);
      DoubleVector k2 = split.lanewise(LSHR, 52).or(INTEGER).reinterpretAsDoubles().sub(LOG_3);
      // While 1 + x needs no scaling, x itself is the exact f.
      VectorMask<Double> near = k2.compare(EQ, ZERO);
      DoubleVector f =
          split.and(FRACTION).add(SQRT_HALF).reinterpretAsDoubles().sub(ONE).blend(x, near);
      DoubleVector correction = error.div(u).blend(ZERO, near);
      DoubleVector s = f.div(f.add(TWO));
      DoubleVector z = s.mul(s);
      DoubleVector z2 = z.mul(z);
      DoubleVector a = z.fma(LOG_5, LOG_6);
      DoubleVector b = z.fma(LOG_7, LOG_8);
      DoubleVector c = z.fma(LOG_9, LOG_10);
      DoubleVector d = z.fma(LOG_11, LOG_12);
      DoubleVector p = d.fma(z2, c).fma(z2, b).fma(z2, a);
      DoubleVector square = f.mul(HALF).mul(f);
      DoubleVector rest = s.fma(z.fma(p, square), k2.fma(LN2_REST, correction)).sub(square);
      DoubleVector y =
          k2.mul(LN2_SHORT)
              .add(f)
              .add(f.sub(k2.mul(LN2_SHORT).add(f).sub(k2.mul(LN2_SHORT))).add(rest));
      y = y.blend(x.mul(ZERO), x.abs().compare(LT, NORMAL));
      y = y.blend(MINUS_INFINITY, x.compare(EQ, MINUS_ONE));
      y = y.blend(NAN, x.compare(LT, MINUS_ONE));
      x.blend(y, x.compare(LT, INFINITY)).intoArray(out, to + i);
    }
  }
}

package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleLanes.all;
import static org.eimodel.vector.numeric.DoubleLanes.bits;
import static org.eimodel.vector.numeric.DoubleLanes.fma;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `DoubleLogarithms`: the same operations in the same order.
final class DoubleLogarithmLanes {
  /// 42 bits of ln 2, so that its product with any exponent is exact.
  static final double LN2_SHORT = 0x1.62e42fefa38p-1;

  static final double LN2_REST = 0x1.ef35793c7673p-45;

  static final long SQRT_HALF = 0x3fe6a09e00000000L;
  static final long ONE = 0x3ff0000000000000L;
  static final long FRACTION = 0x000fffffffffffffL;

  /// An integer in the low bits, these bits above it: read as a double, it is 2^52 more.
  private static final long INTEGER = 0x4330000000000000L;

  private DoubleLogarithmLanes() {}

  /// {@return bits whose exponent field is k + 1023, and whose fraction is m's minus that of sqrt 1/2}
  static LongVector split(DoubleVector x) {
    return bits(x).add((ONE - SQRT_HALF));
  }

  static DoubleVector exponent(LongVector split) {
    return split.lanewise(LSHR, 52).or(INTEGER).reinterpretAsDoubles().sub((0x1p52 + 1023));
  }

  static DoubleVector mantissa(LongVector split) {
    return split.and(FRACTION).add(SQRT_HALF).reinterpretAsDoubles();
  }

  /// {@return the large part of a logarithm, `k ln 2 + f` rounded, for f in [-0.293, 0.415) and whole k}
  static DoubleVector large(DoubleVector k, DoubleVector f) {
    return k.mul(LN2_SHORT).add(f);
  }

  /// {@return `k ln 2 + log(1 + f) + correction` less the large part}
  static DoubleVector small(DoubleVector k, DoubleVector f, DoubleVector correction) {
    DoubleVector s = f.div(f.add(2));
    DoubleVector z = s.mul(s);
    DoubleVector z2 = z.mul(z);
    DoubleVector a = fma(0x1.9999999999dffp-2, z, 0x1.5555555555555p-1);
    DoubleVector b = fma(0x1.c71c725904983p-3, z, 0x1.249249242b413p-2);
    DoubleVector c = fma(0x1.3b20ac9ec0a4fp-3, z, 0x1.745cde315bf7dp-3);
    DoubleVector d = fma(0x1.0f645d89e9606p-3, z, 0x1.0f5caa706dfeep-3);
    DoubleVector p = fma(fma(fma(d, z2, c), z2, b), z2, a);
    DoubleVector square = f.mul(0.5).mul(f);
    DoubleVector rest = fma(s, fma(z, p, square), fma(k, LN2_REST, correction)).sub(square);
    return f.sub(large(k, f).sub(k.mul(LN2_SHORT))).add(rest);
  }

  static DoubleVector log(DoubleVector x) {
    VectorMask<Double> subnormal = x.compare(LT, Double.MIN_NORMAL);
    LongVector split = split(x.blend(x.mul(0x1p54), subnormal));
    DoubleVector k = exponent(split).sub(all(x, 0.0).blend(54.0, subnormal));
    DoubleVector f = mantissa(split).sub(1);
    DoubleVector y = large(k, f).add(small(k, f, all(x, 0)));
    y = y.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, 0.0));
    y = y.blend(Double.NaN, x.compare(LT, 0.0));
    return x.blend(y, x.compare(LT, Double.POSITIVE_INFINITY));
  }

  static DoubleVector log1p(DoubleVector x) {
    DoubleVector u = x.add(1);
    DoubleVector moved = u.sub(1);
    DoubleVector error = all(u, 1).sub(u.sub(moved)).add(x.sub(moved));
    LongVector split = split(u);
    DoubleVector k = exponent(split);
    // While 1 + x needs no scaling, x itself is the exact f.
    VectorMask<Double> near = k.compare(EQ, 0.0);
    DoubleVector f = mantissa(split).sub(1).blend(x, near);
    DoubleVector y = large(k, f).add(small(k, f, error.div(u).blend(0.0, near)));
    y = y.blend(x.mul(0), x.abs().compare(LT, Double.MIN_NORMAL));
    y = y.blend(Double.NEGATIVE_INFINITY, x.compare(EQ, -1.0));
    y = y.blend(Double.NaN, x.compare(LT, -1.0));
    return x.blend(y, x.compare(LT, Double.POSITIVE_INFINITY));
  }
}

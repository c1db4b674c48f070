package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.FloatLanes.all;
import static org.eimodel.vector.numeric.FloatLanes.bits;
import static org.eimodel.vector.numeric.FloatLanes.fma;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The lanes' form of `FloatLogarithms`: the same operations in the same order.
final class FloatLogarithmLanes {
  /// 16 bits of ln 2, so that its product with any exponent is exact.
  private static final float LN2_SHORT = 0x1.62e4p-1f;

  private static final float LN2_REST = 0x1.7f7d1cp-20f;

  private static final int SQRT_HALF = 0x3f3504f3;
  private static final int ONE = 0x3f800000;
  private static final int FRACTION = 0x007fffff;

  /// An integer in the low bits, these bits above it: read as a float, it is 2^23 more.
  private static final int INTEGER = 0x4b000000;

  private FloatLogarithmLanes() {}

  private static IntVector split(FloatVector x) {
    return bits(x).add((ONE - SQRT_HALF));
  }

  private static FloatVector exponent(IntVector split) {
    return split.lanewise(LSHR, 23).or(INTEGER).reinterpretAsFloats().sub((0x1p23f + 127));
  }

  private static FloatVector mantissa(IntVector split) {
    return split.and(FRACTION).add(SQRT_HALF).reinterpretAsFloats();
  }

  private static FloatVector combine(FloatVector k, FloatVector f, FloatVector correction) {
    FloatVector s = f.div(f.add(2));
    FloatVector z = s.mul(s);
    FloatVector p = fma(0x1.e2f8cp-3f, z, 0x1.2438cap-2f);
    p = fma(p, z, 0x1.999a7ap-2f);
    p = fma(p, z, 0x1.555554p-1f);
    FloatVector square = f.mul(0.5f).mul(f);
    FloatVector small = fma(s, fma(z, p, square), fma(k, LN2_REST, correction)).sub(square);
    FloatVector large = k.mul(LN2_SHORT);
    FloatVector sum = large.add(f);
    return sum.add(f.sub(sum.sub(large)).add(small));
  }

  static FloatVector log(FloatVector x) {
    VectorMask<Float> subnormal = x.compare(LT, Float.MIN_NORMAL);
    IntVector split = split(x.blend(x.mul(0x1p25f), subnormal));
    FloatVector k = exponent(split).sub(all(x, 0f).blend(25f, subnormal));
    FloatVector y = combine(k, mantissa(split).sub(1), all(x, 0));
    y = y.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0f));
    y = y.blend(Float.NaN, x.compare(LT, 0f));
    return x.blend(y, x.compare(LT, Float.POSITIVE_INFINITY));
  }

  static FloatVector log1p(FloatVector x) {
    FloatVector u = x.add(1);
    FloatVector moved = u.sub(1);
    FloatVector error = all(u, 1).sub(u.sub(moved)).add(x.sub(moved));
    IntVector split = split(u);
    FloatVector k = exponent(split);
    VectorMask<Float> near = k.compare(EQ, 0f);
    FloatVector y = combine(k, mantissa(split).sub(1).blend(x, near), error.div(u).blend(0f, near));
    y = y.blend(x.mul(0), x.abs().compare(LT, Float.MIN_NORMAL));
    y = y.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, -1f));
    y = y.blend(Float.NaN, x.compare(LT, -1f));
    return x.blend(y, x.compare(LT, Float.POSITIVE_INFINITY));
  }
}

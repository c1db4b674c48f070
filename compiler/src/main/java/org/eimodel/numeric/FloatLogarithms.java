package org.eimodel.numeric;

/// Natural logarithms in single precision, in single-precision arithmetic: `log`, `log1p`.
///
/// The same steps as [DoubleLogarithms], with a shorter polynomial (2^-37.6 relative to `log m`).
final class FloatLogarithms {
  /// 16 bits of ln 2, so that its product with any exponent is exact.
  private static final float LN2_SHORT = 0x1.62e4p-1f;
  private static final float LN2_REST = 0x1.7f7d1cp-20f;

  private static final int SQRT_HALF = 0x3f3504f3;
  private static final int ONE = 0x3f800000;
  private static final int FRACTION = 0x007fffff;

  /// An integer in the low bits, these bits above it: read as a float, it is 2^23 more.
  private static final int INTEGER = 0x4b000000;

  private FloatLogarithms() {}

  private static int split(float x) {
    return Float.floatToRawIntBits(x) + (ONE - SQRT_HALF);
  }

  private static float exponent(int split) {
    return Float.intBitsToFloat((split >>> 23) | INTEGER) - (0x1p23f + 127);
  }

  private static float mantissa(int split) {
    return Float.intBitsToFloat((split & FRACTION) + SQRT_HALF);
  }

  private static float combine(float k, float f, float correction) {
    float s = f / (2 + f);
    float z = s * s;
    float p = Math.fma(0x1.e2f8cp-3f, z, 0x1.2438cap-2f);
    p = Math.fma(p, z, 0x1.999a7ap-2f);
    p = Math.fma(p, z, 0x1.555554p-1f);
    float square = 0.5f * f * f;
    float small = Math.fma(s, Math.fma(z, p, square), Math.fma(k, LN2_REST, correction)) - square;
    float large = k * LN2_SHORT;
    float sum = large + f;
    return sum + ((f - (sum - large)) + small);
  }

  static float log(float x) {
    boolean subnormal = x < Float.MIN_NORMAL;
    int split = split(subnormal ? x * 0x1p25f : x);
    float k = exponent(split) - (subnormal ? 25 : 0);
    float y = combine(k, mantissa(split) - 1, 0);
    y = x == 0 ? Float.NEGATIVE_INFINITY : y;
    y = x < 0 ? Float.NaN : y;
    return x < Float.POSITIVE_INFINITY ? y : x;
  }

  static float log1p(float x) {
    float u = 1 + x;
    float moved = u - 1;
    float error = (1 - (u - moved)) + (x - moved);
    int split = split(u);
    float k = exponent(split);
    boolean near = k == 0;
    float y = combine(k, near ? x : mantissa(split) - 1, near ? 0 : error / u);
    y = Math.abs(x) < Float.MIN_NORMAL ? x * 0 : y;
    y = x == -1 ? Float.NEGATIVE_INFINITY : y;
    y = x < -1 ? Float.NaN : y;
    return x < Float.POSITIVE_INFINITY ? y : x;
  }
}

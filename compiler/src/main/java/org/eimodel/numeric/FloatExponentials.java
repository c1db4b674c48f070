package org.eimodel.numeric;

/// The exponential family in single precision, in single-precision arithmetic: `exp`, `expm1`, `exprel`.
///
/// The same steps as [DoubleExponentials], with constants of 24 bits and a shorter polynomial (2^-31.9 relative to
/// `expm1` before rounding).
final class FloatExponentials {
  static final float LOG2_E = 0x1.715476p+0f;
  static final float LN2_HIGH = 0x1.62e43p-1f;
  static final float LN2_LOW = -0x1.05c61p-29f;

  /// Adding it rounds to an integer that stands, in two's complement, in the low bits of the sum.
  static final float ROUND = 0x1.8p23f;

  /// The smallest argument whose `e^x` is a normal number, and the largest whose `e^x` is finite.
  private static final float EXP_LOWEST = -0x1.5d589ep6f;
  private static final float EXP_HIGHEST = 0x1.62e42ep6f;

  private FloatExponentials() {}

  /// {@return `(e^r - 1 - r - r^2 / 2) / r^3` for `|r| <= ln 2 / 2`}
  static float tail(float r) {
    float r2 = r * r;
    float a = Math.fma(0x1.5554b2p-5f, r, 0x1.555556p-3f);
    float b = Math.fma(0x1.6d7204p-10f, r, 0x1.111092p-7f);
    return Math.fma(Math.fma(0x1.a19f6cp-13f, r2, b), r2, a);
  }

  /// {@return `e^(r + c) - 1 - r`, with the rounding of `r` and `r^2` made good}
  static float beyondLinear(float r, float c) {
    float r2 = r * r;
    float quadratic = Math.fma(0.5f, r2, Math.fma(0.5f, Math.fma(r, r, -r2), Math.fma(c, r, c)));
    return Math.fma(r * r2, tail(r), quadratic);
  }

  static float exp(float x) {
    float t = Math.fma(x, LOG2_E, ROUND);
    float n = t - ROUND;
    float high = Math.fma(-n, LN2_HIGH, x);
    float r = Math.fma(-n, LN2_LOW, high);
    float c = Math.fma(-n, LN2_LOW, high - r);
    float p = 1 + (r + Math.fma(r * r, Math.fma(r, tail(r), 0.5f), c));
    float y = Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(t) << 23));
    y = x > EXP_HIGHEST ? Float.POSITIVE_INFINITY : y;
    y = x < EXP_LOWEST ? 0 : y;
    return x != x ? x : y;
  }

  static float expm1(float x) {
    float t = Math.fma(x, LOG2_E, ROUND);
    float n = t - ROUND;
    float high = Math.fma(-n, LN2_HIGH, x);
    float r = Math.fma(-n, LN2_LOW, high);
    float c = Math.fma(-n, LN2_LOW, high - r);
    float e = beyondLinear(r, c);
    float half = Float.intBitsToFloat((Float.floatToRawIntBits(t) + 126) << 23);
    float a = half - 0.5f;
    float b = half * r;
    float sum = a + b;
    float rest = Math.fma(half, e, (b - (sum - a)) + ((half - a) - 0.5f));
    float y = 2 * (sum + rest);
    y = Math.abs(x) < 0x1p-25f ? x : y;
    y = Math.abs(x) < Float.MIN_NORMAL ? x * 0 : y;
    y = x < -20 ? -1 : y;
    return x > EXP_HIGHEST ? Float.POSITIVE_INFINITY : y;
  }

  static float exprel(float x) {
    if (Math.abs(x) <= ExprelNearZero.LARGEST) {
      return ExprelNearZero.of(x);
    }
    float bounded = x < -30 ? -30 : x;
    bounded = bounded > 96 ? 96 : bounded;
    float t = Math.fma(bounded, LOG2_E, ROUND);
    float n = t - ROUND;
    float high = Math.fma(-n, LN2_HIGH, bounded);
    float r = Math.fma(-n, LN2_LOW, high);
    float c = Math.fma(-n, LN2_LOW, high - r);
    float e = beyondLinear(r, c);
    boolean positive = x > 0;
    float unit = positive ? 0x1p-16f : 1;
    float back = positive ? 0x1p16f : 1;
    float scale = Float.intBitsToFloat((Float.floatToRawIntBits(t) + (positive ? 111 : 127)) << 23);
    float a = scale - unit;
    float b = scale * r;
    float sum = a + b;
    float rest = Math.fma(scale, e, (b - (sum - a)) + ((scale - a) - unit));
    float numerator = sum + rest;
    float numeratorLow = rest - (numerator - sum);
    float inverse = 1 / x;
    float q = numerator * inverse;
    float y = back * Math.fma(Math.fma(-q, x, numerator) + numeratorLow, inverse, q);
    y = x < -0x1p126f ? 0 : y;
    return x > 96 ? Float.POSITIVE_INFINITY : y;
  }
}

package org.eimodel.numeric;

/// Natural logarithms in double precision: `log`, `log1p`.
///
/// A positive argument is `2^k m` with `m` in [sqrt 1/2, sqrt 2). With `f = m - 1` and `s = f / (2 + f)`,
/// `log m = 2 s + s^3 P(s^2)`, written as `f` minus something small so that the rounding of `s` does not count.
///
/// *Source*: the atanh series, economised by our own Remez fit (2^-66.7 relative to `log m`).
final class DoubleLogarithms {
  /// 42 bits of ln 2, so that its product with any exponent is exact.
  static final double LN2_SHORT = 0x1.62e42fefa38p-1;
  static final double LN2_REST = 0x1.ef35793c7673p-45;

  static final long SQRT_HALF = 0x3fe6a09e00000000L;
  static final long ONE = 0x3ff0000000000000L;
  static final long FRACTION = 0x000fffffffffffffL;

  /// An integer in the low bits, these bits above it: read as a double, it is 2^52 more.
  private static final long INTEGER = 0x4330000000000000L;

  private DoubleLogarithms() {}

  /// {@return bits whose exponent field is k + 1023, and whose fraction is m's minus that of sqrt 1/2}
  static long split(double x) {
    return Double.doubleToRawLongBits(x) + (ONE - SQRT_HALF);
  }

  static double exponent(long split) {
    return Double.longBitsToDouble((split >>> 52) | INTEGER) - (0x1p52 + 1023);
  }

  static double mantissa(long split) {
    return Double.longBitsToDouble((split & FRACTION) + SQRT_HALF);
  }

  /// {@return the large part of a logarithm, `k ln 2 + f` rounded, for f in [-0.293, 0.415) and whole k}
  static double large(double k, double f) {
    return k * LN2_SHORT + f;
  }

  /// {@return `k ln 2 + log(1 + f) + correction` less the large part}
  static double small(double k, double f, double correction) {
    double s = f / (2 + f);
    double z = s * s;
    double z2 = z * z;
    double a = Math.fma(0x1.9999999999dffp-2, z, 0x1.5555555555555p-1);
    double b = Math.fma(0x1.c71c725904983p-3, z, 0x1.249249242b413p-2);
    double c = Math.fma(0x1.3b20ac9ec0a4fp-3, z, 0x1.745cde315bf7dp-3);
    double d = Math.fma(0x1.0f645d89e9606p-3, z, 0x1.0f5caa706dfeep-3);
    double p = Math.fma(Math.fma(Math.fma(d, z2, c), z2, b), z2, a);
    double square = 0.5 * f * f;
    double rest = Math.fma(s, Math.fma(z, p, square), Math.fma(k, LN2_REST, correction)) - square;
    return (f - (large(k, f) - k * LN2_SHORT)) + rest;
  }

  static double log(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    long split = split(subnormal ? x * 0x1p54 : x);
    double k = exponent(split) - (subnormal ? 54 : 0);
    double f = mantissa(split) - 1;
    double y = large(k, f) + small(k, f, 0);
    y = x == 0 ? Double.NEGATIVE_INFINITY : y;
    y = x < 0 ? Double.NaN : y;
    return x < Double.POSITIVE_INFINITY ? y : x;
  }

  static double log1p(double x) {
    double u = 1 + x;
    double moved = u - 1;
    double error = (1 - (u - moved)) + (x - moved);
    long split = split(u);
    double k = exponent(split);
    // While 1 + x needs no scaling, x itself is the exact f.
    boolean near = k == 0;
    double f = near ? x : mantissa(split) - 1;
    double y = large(k, f) + small(k, f, near ? 0 : error / u);
    y = Math.abs(x) < Double.MIN_NORMAL ? x * 0 : y;
    y = x == -1 ? Double.NEGATIVE_INFINITY : y;
    y = x < -1 ? Double.NaN : y;
    return x < Double.POSITIVE_INFINITY ? y : x;
  }
}

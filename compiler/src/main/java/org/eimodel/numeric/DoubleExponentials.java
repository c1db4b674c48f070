package org.eimodel.numeric;

/// The exponential family in double precision: `exp`, `expm1`, `exprel`.
///
/// All three write `x = n ln 2 + r + c` with `|r| <= ln 2 / 2` and `c` the rounding error of `r`. The product
/// `n * LN2_HIGH` fits the fused multiply-add exactly, so `r + c` carries about 110 bits. The polynomial gives
/// `(e^r - 1 - r - r^2 / 2) / r^3`; `2^n` is made from the low bits of the rounded quotient, with no conversion.
///
/// *Source*: the coefficients are our own minimax fits (Remez exchange in 200-bit arithmetic, weighted for the relative
/// error of `expm1`), 2^-61.6 before rounding.
final class DoubleExponentials {
  static final double LOG2_E = 0x1.71547652b82fep+0;
  static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /// Adding it rounds to an integer that stands, in two's complement, in the low bits of the sum.
  static final double ROUND = 0x1.8p52;

  /// Below it `e^x` is no normal number; above it `e^x` is no finite one.
  private static final double EXP_LOWEST = -0x1.6232bdd7abcd2p9;
  private static final double EXP_HIGHEST = 0x1.62e42fefa39efp9;

  private DoubleExponentials() {}

  /// {@return `(e^r - 1 - r - r^2 / 2) / r^3` for `|r| <= ln 2 / 2`}
  static double tail(double r) {
    double r2 = r * r;
    double r4 = r2 * r2;
    double a = Math.fma(0x1.555555555555ap-5, r, 0x1.5555555555559p-3);
    double b = Math.fma(0x1.6c16c16c1464ap-10, r, 0x1.111111110f76ep-7);
    double c = Math.fma(0x1.a01a01b02033dp-16, r, 0x1.a01a01afa090cp-13);
    double d = Math.fma(0x1.27e4c6e092698p-22, r, 0x1.71ddf8f224c53p-19);
    double e = Math.fma(0x1.1f9376befb767p-29, r, 0x1.af5dbe9ebdc7bp-26);
    return Math.fma(Math.fma(e, r4, Math.fma(d, r2, c)), r4, Math.fma(b, r2, a));
  }

  /// {@return `e^(r + c) - 1 - r`, with the rounding of `r` and `r^2` made good}
  static double beyondLinear(double r, double c) {
    double r2 = r * r;
    double quadratic = Math.fma(0.5, r2, Math.fma(0.5, Math.fma(r, r, -r2), Math.fma(c, r, c)));
    return Math.fma(r * r2, tail(r), quadratic);
  }

  static double exp(double x) {
    double t = Math.fma(x, LOG2_E, ROUND);
    double n = t - ROUND;
    double high = Math.fma(-n, LN2_HIGH, x);
    double r = Math.fma(-n, LN2_LOW, high);
    double c = Math.fma(-n, LN2_LOW, high - r);
    double p = 1 + (r + Math.fma(r * r, Math.fma(r, tail(r), 0.5), c));
    double y = Double.longBitsToDouble(Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(t) << 52));
    y = x > EXP_HIGHEST ? Double.POSITIVE_INFINITY : y;
    y = x < EXP_LOWEST ? 0 : y;
    return x != x ? x : y;
  }

  static double expm1(double x) {
    double t = Math.fma(x, LOG2_E, ROUND);
    double n = t - ROUND;
    double high = Math.fma(-n, LN2_HIGH, x);
    double r = Math.fma(-n, LN2_LOW, high);
    double c = Math.fma(-n, LN2_LOW, high - r);
    double e = beyondLinear(r, c);
    // Half of everything, so that 2^(n-1) is finite wherever the result is.
    double half = Double.longBitsToDouble((Double.doubleToRawLongBits(t) + 1022) << 52);
    double a = half - 0.5;
    double b = half * r;
    double sum = a + b;
    double rest = Math.fma(half, e, (b - (sum - a)) + ((half - a) - 0.5));
    double y = 2 * (sum + rest);
    y = Math.abs(x) < 0x1p-54 ? x : y;
    y = Math.abs(x) < Double.MIN_NORMAL ? x * 0 : y;
    y = x < -40 ? -1 : y;
    return x > EXP_HIGHEST ? Double.POSITIVE_INFINITY : y;
  }

  static double exprel(double x) {
    if (Math.abs(x) <= ExprelNearZero.LARGEST) {
      return ExprelNearZero.of(x);
    }
    // e^-50 is nothing beside 1, and above 720 the result overflows for certain.
    double bounded = x < -50 ? -50 : x;
    bounded = bounded > 720 ? 720 : bounded;
    double t = Math.fma(bounded, LOG2_E, ROUND);
    double n = t - ROUND;
    double high = Math.fma(-n, LN2_HIGH, bounded);
    double r = Math.fma(-n, LN2_LOW, high);
    double c = Math.fma(-n, LN2_LOW, high - r);
    double e = beyondLinear(r, c);
    // e^x overflows before its quotient by x does: positive arguments work on 2^-20 of everything.
    boolean positive = x > 0;
    double unit = positive ? 0x1p-20 : 1;
    double back = positive ? 0x1p20 : 1;
    double scale = Double.longBitsToDouble((Double.doubleToRawLongBits(t) + (positive ? 1003 : 1023)) << 52);
    double a = scale - unit;
    double b = scale * r;
    double sum = a + b;
    double rest = Math.fma(scale, e, (b - (sum - a)) + ((scale - a) - unit));
    double numerator = sum + rest;
    double numeratorLow = rest - (numerator - sum);
    double inverse = 1 / x;
    double q = numerator * inverse;
    double y = back * Math.fma(Math.fma(-q, x, numerator) + numeratorLow, inverse, q);
    y = x < -0x1p1022 ? 0 : y;
    return x > 720 ? Double.POSITIVE_INFINITY : y;
  }
}

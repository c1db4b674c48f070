package org.eimodel.numeric;

import static org.eimodel.numeric.DoubleExponentials.ROUND;

/// Circular functions in double precision: `sin`, `cos`, `tan`.
///
/// `x = n pi / 2 + r + low`, by fused multiply-adds with three parts of pi / 2 (Cody and Waite's reduction; the first
/// product is exact). Sine and cosine of the rest are both computed and the quadrant chooses.
///
/// A larger angle is the rare case that takes another road, in scalar form only: [LargeAngles]. A form for vector
/// lanes does the lanes at hand, and calls the scalar function for the others.
///
/// *Source*: our own minimax fits on |r| <= pi / 4 (2^-68.8 for the sine, 2^-64.2 for the cosine).
final class DoubleTrigonometrics {
  private static final double TWO_BY_PI = 0x1.45f306dc9c883p-1;
  static final double HALF_PI_1 = 0x1.921fb54442d18p+0;
  static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  private static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  /// Up to here three parts of pi / 2 reduce an angle so that its own last place is the only error.
  private static final double LARGE = 0x1p30;

  private DoubleTrigonometrics() {}

  private static double angle(double x, double n) {
    return Math.fma(-n, HALF_PI_1, x) - n * HALF_PI_2;
  }

  /// {@return what rounding took from [#angle], and the third part}
  private static double angleLow(double x, double n, double r) {
    double exact = Math.fma(-n, HALF_PI_1, x);
    double product = n * HALF_PI_2;
    double moved = r - exact;
    double error = (exact - (r - moved)) - (product + moved);
    return Math.fma(-n, HALF_PI_3, error - Math.fma(n, HALF_PI_2, -product));
  }

  /// {@return `(sin r - r) / r^3` for z = r^2}
  private static double sinTail(double z) {
    double z2 = z * z;
    double a = Math.fma(0x1.111111111110bp-7, z, -0x1.5555555555555p-3);
    double b = Math.fma(0x1.71de3a5339306p-19, z, -0x1.a01a01a018ae1p-13);
    double c = Math.fma(0x1.6120925ea4952p-33, z, -0x1.ae645297d6cbep-26);
    c = Math.fma(-0x1.aaa514923a981p-41, z2, c);
    return Math.fma(Math.fma(c, z2, b), z2, a);
  }

  /// {@return `(cos r - 1 + r^2 / 2) / r^4` for z = r^2}
  private static double cosTail(double z) {
    double z2 = z * z;
    double a = Math.fma(-0x1.6c16c16c15177p-10, z, 0x1.555555555554cp-5);
    double b = Math.fma(-0x1.27e4f8095649fp-22, z, 0x1.a01a019cb1003p-16);
    double c = Math.fma(-0x1.8fae5c9712b25p-37, z, 0x1.1ee9eb7656bc9p-29);
    return Math.fma(Math.fma(c, z2, b), z2, a);
  }

  /// {@return `sin(r + low) - r`}
  static double sinRest(double r, double low) {
    double z = r * r;
    return Math.fma(z * r, sinTail(z), Math.fma(-0.5 * z, low, low));
  }

  /// {@return `cos(r + low)` less the rounded value of `1 - r^2 / 2`}
  static double cosRest(double r, double low) {
    double z = r * r;
    double half = 0.5 * z;
    double main = 1 - half;
    double lost = Math.fma(-r, low, -0.5 * Math.fma(r, r, -z));
    return ((1 - main) - half) + Math.fma(z * z, cosTail(z), lost);
  }

  /// {@return the sine of the quarter turns plus r + low}
  static double turned(double r, double low, long quarter) {
    double sine = r + sinRest(r, low);
    double cosine = (1 - 0.5 * (r * r)) + cosRest(r, low);
    double y = (quarter & 1) != 0 ? cosine : sine;
    return (quarter & 2) != 0 ? -y : y;
  }

  /// {@return the tangent of the quarter turns plus r + low}
  static double turnedTan(double r, double low, long quarter) {
    double rest = sinRest(r, low);
    double sine = r + rest;
    double sineLow = rest - (sine - r);
    double main = 1 - 0.5 * (r * r);
    rest = cosRest(r, low);
    double cosine = main + rest;
    double cosineLow = rest - (cosine - main);
    boolean odd = (quarter & 1) != 0;
    double top = odd ? -cosine : sine;
    double topLow = odd ? -cosineLow : sineLow;
    double bottom = odd ? sine : cosine;
    double bottomLow = odd ? sineLow : cosineLow;
    double inverse = 1 / bottom;
    double q = top * inverse;
    return Math.fma(Math.fma(-q, bottom, top) + Math.fma(-q, bottomLow, topLow), inverse, q);
  }

  static double sin(double x) {
    if (Math.abs(x) > LARGE) {
      return LargeAngles.sin(x);
    }
    double t = Math.fma(x, TWO_BY_PI, ROUND);
    double n = t - ROUND;
    double r = angle(x, n);
    double low = angleLow(x, n, r);
    long quarter = Double.doubleToRawLongBits(t);
    double y = turned(r, low, quarter);
    return Math.abs(x) < Double.MIN_NORMAL ? x * 0 : y;
  }

  static double cos(double x) {
    if (Math.abs(x) > LARGE) {
      return LargeAngles.cos(x);
    }
    double t = Math.fma(x, TWO_BY_PI, ROUND);
    double n = t - ROUND;
    double r = angle(x, n);
    double low = angleLow(x, n, r);
    long quarter = Double.doubleToRawLongBits(t);
    return turned(r, low, quarter + 1);
  }

  static double tan(double x) {
    if (Math.abs(x) > LARGE) {
      return LargeAngles.tan(x);
    }
    double t = Math.fma(x, TWO_BY_PI, ROUND);
    double n = t - ROUND;
    double r = angle(x, n);
    double low = angleLow(x, n, r);
    long quarter = Double.doubleToRawLongBits(t);
    double y = turnedTan(r, low, quarter);
    return Math.abs(x) < Double.MIN_NORMAL ? x * 0 : y;
  }
}

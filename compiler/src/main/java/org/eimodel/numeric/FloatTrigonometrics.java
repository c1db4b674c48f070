package org.eimodel.numeric;

import static org.eimodel.numeric.FloatExponentials.ROUND;

/// Circular functions in single precision: `sin`, `cos`, `tan`.
///
/// `x = n pi / 2 + r + low`, by fused multiply-adds with three parts of pi / 2 (Cody and Waite's reduction; the first
/// product is exact). Sine and cosine of the rest are both computed and the quadrant chooses.
///
/// A larger angle is reduced in double precision, [DoubleTrigonometrics], and its function rounded to a float. A form for
/// vector lanes does the lanes at hand, and calls the scalar function for the others.
///
/// *Source*: our own minimax fits on |r| <= pi / 4 (2^-37.6 for the sine, 2^-43.2 for the cosine).
final class FloatTrigonometrics {
  private static final float TWO_BY_PI = 0x1.45f306p-1f;
  private static final float HALF_PI_1 = 0x1.921fb6p+0f;
  private static final float HALF_PI_2 = -0x1.777a5cp-25f;
  private static final float HALF_PI_3 = -0x1.ee59dap-50f;

  /// Up to here three parts of pi / 2 reduce an angle so that its own last place is the only error.
  private static final float LARGE = 0x1p16f;

  private FloatTrigonometrics() {}

  private static float angle(float x, float n) {
    return Math.fma(-n, HALF_PI_1, x) - n * HALF_PI_2;
  }

  /// {@return what rounding took from [#angle], and the third part}
  private static float angleLow(float x, float n, float r) {
    float exact = Math.fma(-n, HALF_PI_1, x);
    float product = n * HALF_PI_2;
    float moved = r - exact;
    float error = (exact - (r - moved)) - (product + moved);
    return Math.fma(-n, HALF_PI_3, error - Math.fma(n, HALF_PI_2, -product));
  }

  /// {@return `(sin r - r) / r^3` for z = r^2}
  private static float sinTail(float z) {
    float a = Math.fma(0x1.111108p-7f, z, -0x1.555556p-3f);
    float b = Math.fma(0x1.6cd7dp-19f, z, -0x1.a00f9cp-13f);
    return Math.fma(b, z * z, a);
  }

  /// {@return `(cos r - 1 + r^2 / 2) / r^4` for z = r^2}
  private static float cosTail(float z) {
    float a = Math.fma(-0x1.6c16b8p-10f, z, 0x1.555556p-5f);
    float b = Math.fma(-0x1.242a72p-22f, z, 0x1.a0111ep-16f);
    return Math.fma(b, z * z, a);
  }

  /// {@return `sin(r + low) - r`}
  static float sinRest(float r, float low) {
    float z = r * r;
    return Math.fma(z * r, sinTail(z), Math.fma(-0.5f * z, low, low));
  }

  /// {@return `cos(r + low)` less the rounded value of `1 - r^2 / 2`}
  static float cosRest(float r, float low) {
    float z = r * r;
    float half = 0.5f * z;
    float main = 1 - half;
    float lost = Math.fma(-r, low, -0.5f * Math.fma(r, r, -z));
    return ((1 - main) - half) + Math.fma(z * z, cosTail(z), lost);
  }

  /// {@return the sine of the quarter turns plus r + low}
  static float turned(float r, float low, int quarter) {
    float sine = r + sinRest(r, low);
    float cosine = (1 - 0.5f * (r * r)) + cosRest(r, low);
    float y = (quarter & 1) != 0 ? cosine : sine;
    return (quarter & 2) != 0 ? -y : y;
  }

  /// {@return the tangent of the quarter turns plus r + low}
  static float turnedTan(float r, float low, int quarter) {
    float rest = sinRest(r, low);
    float sine = r + rest;
    float sineLow = rest - (sine - r);
    float main = 1 - 0.5f * (r * r);
    rest = cosRest(r, low);
    float cosine = main + rest;
    float cosineLow = rest - (cosine - main);
    boolean odd = (quarter & 1) != 0;
    float top = odd ? -cosine : sine;
    float topLow = odd ? -cosineLow : sineLow;
    float bottom = odd ? sine : cosine;
    float bottomLow = odd ? sineLow : cosineLow;
    float inverse = 1 / bottom;
    float q = top * inverse;
    return Math.fma(Math.fma(-q, bottom, top) + Math.fma(-q, bottomLow, topLow), inverse, q);
  }

  static float sin(float x) {
    if (Math.abs(x) > LARGE) {
      return (float) DoubleTrigonometrics.sin(x);
    }
    float t = Math.fma(x, TWO_BY_PI, ROUND);
    float n = t - ROUND;
    float r = angle(x, n);
    float low = angleLow(x, n, r);
    int quarter = Float.floatToRawIntBits(t);
    float y = turned(r, low, quarter);
    return Math.abs(x) < Float.MIN_NORMAL ? x * 0 : y;
  }

  static float cos(float x) {
    if (Math.abs(x) > LARGE) {
      return (float) DoubleTrigonometrics.cos(x);
    }
    float t = Math.fma(x, TWO_BY_PI, ROUND);
    float n = t - ROUND;
    float r = angle(x, n);
    float low = angleLow(x, n, r);
    int quarter = Float.floatToRawIntBits(t);
    return turned(r, low, quarter + 1);
  }

  static float tan(float x) {
    if (Math.abs(x) > LARGE) {
      return (float) DoubleTrigonometrics.tan(x);
    }
    float t = Math.fma(x, TWO_BY_PI, ROUND);
    float n = t - ROUND;
    float r = angle(x, n);
    float low = angleLow(x, n, r);
    int quarter = Float.floatToRawIntBits(t);
    float y = turnedTan(r, low, quarter);
    return Math.abs(x) < Float.MIN_NORMAL ? x * 0 : y;
  }
}

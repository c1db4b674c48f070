package org.eimodel.numeric;

import static org.eimodel.numeric.DoubleExponentials.LN2_HIGH;
import static org.eimodel.numeric.DoubleExponentials.LN2_LOW;
import static org.eimodel.numeric.DoubleExponentials.LOG2_E;
import static org.eimodel.numeric.DoubleExponentials.ROUND;
import static org.eimodel.numeric.DoubleExponentials.tail;
import static org.eimodel.numeric.DoubleLogarithms.LN2_REST;
import static org.eimodel.numeric.DoubleLogarithms.LN2_SHORT;
import static org.eimodel.numeric.DoubleLogarithms.exponent;
import static org.eimodel.numeric.DoubleLogarithms.mantissa;
import static org.eimodel.numeric.DoubleLogarithms.split;

/// Powers in double precision.
///
/// `x^y = e^(y log x)`, with the logarithm as a sum of two numbers good to 2^-65: an exponent of 700 takes ten bits of
/// it. The logarithm is `2 (s + s^3 / 3 + s^5 Q(s^2))` with `s = (m - 1) / (m + 1)`, its first two terms in two numbers.
///
/// *Source*: the atanh series; Q is our own minimax fit, 2^-73.5.
final class DoublePower {
  private static final double THIRD = 0x1.5555555555555p-2;
  private static final double THIRD_LOW = 0x1.5555555555555p-56;

  private DoublePower() {}

  static double pow(double x, double y) {
    double size = Math.abs(x);
    double z = ofPositive(size, y);
    double infiniteOrZero = y > 0 ? size : 1 / size;
    z = size == 0 || size == Double.POSITIVE_INFINITY ? infiniteOrZero : z;
    double ySize = Math.abs(y);
    boolean whole = ySize >= 0x1p52 || (ySize + 0x1p52) - 0x1p52 == ySize;
    double half = 0.5 * ySize;
    boolean wholeHalf = half >= 0x1p52 || (half + 0x1p52) - 0x1p52 == half;
    boolean odd = whole && !wholeHalf;
    z = odd ? Math.copySign(z, x) : z;
    z = x < 0 && size < Double.POSITIVE_INFINITY && !whole ? Double.NaN : z;
    z = x != x || y != y ? x + y : z;
    return y == 0 ? 1 : z;
  }

  private static double ofPositive(double x, double y) {
    boolean subnormal = x < Double.MIN_NORMAL;
    long split = split(subnormal ? x * 0x1p54 : x);
    double k = exponent(split) - (subnormal ? 54 : 0);
    double f = mantissa(split) - 1;

    // s + sLow = f / (2 + f)
    double bottom = 2 + f;
    double bottomLow = f - (bottom - 2);
    double inverse = 1 / bottom;
    double s = f * inverse;
    double sLow = Math.fma(-s, bottomLow, Math.fma(-s, bottom, f)) * inverse;
    // z + zLow = s^2; w + wLow = 1/3 + z Q(z)
    double z = s * s;
    double zLow = Math.fma(2 * s, sLow, Math.fma(s, s, -z));
    double t = z * fifth(z);
    double w = THIRD + t;
    double wLow = (t - (w - THIRD)) + THIRD_LOW;
    // v + vLow = z w; g + gLow = s v
    double v = z * w;
    double vLow = Math.fma(z, wLow, Math.fma(zLow, w, Math.fma(z, w, -v)));
    double g = s * v;
    double gLow = Math.fma(s, vLow, Math.fma(sLow, v, Math.fma(s, v, -g)));
    double main = s + g;
    double rest = (g - (main - s)) + (gLow + sLow);
    // k ln 2 + 2 (main + rest), normalised
    double whole = k * LN2_SHORT;
    double sum = whole + 2 * main;
    double sumLow = (2 * main - (sum - whole)) + Math.fma(k, LN2_REST, 2 * rest);
    double log = sum + sumLow;
    double logLow = sumLow - (log - sum);

    double p = y * log;
    double pLow = Math.fma(y, logLow, Math.fma(y, log, -p));
    boolean beyond = Math.abs(p) > 800;
    p = beyond ? Math.copySign(800, p) : p;
    return expOfSum(p, beyond ? 0 : pLow);
  }

  /// {@return `(atanh(s) / s - 1 - z / 3) / z^2` for z = s^2}
  private static double fifth(double z) {
    double z2 = z * z;
    double a = Math.fma(0x1.2492492493034p-3, z, 0x1.9999999999996p-3);
    double b = Math.fma(0x1.745d183268b0fp-4, z, 0x1.c71c71c58056cp-4);
    double c = Math.fma(0x1.1120b7575b56ap-4, z, 0x1.3b1362ad2c443p-4);
    double d = Math.fma(0x1.eb1426e932bccp-5, z, 0x1.de331e7d81ac9p-5);
    return Math.fma(Math.fma(Math.fma(d, z2, c), z2, b), z2, a);
  }

  /// {@return `e^(x + low)` for |x| up to 800}
  private static double expOfSum(double x, double low) {
    double t = Math.fma(x, LOG2_E, ROUND);
    double n = t - ROUND;
    double high = Math.fma(-n, LN2_HIGH, x);
    double rest = Math.fma(-n, LN2_LOW, low);
    double r = high + rest;
    double c = rest - (r - high);
    double p = 1 + (r + Math.fma(r * r, Math.fma(r, tail(r), 0.5), c));
    // Two factors, because 2^n alone may be out of range where the result is not.
    long power = Double.doubleToRawLongBits(t) << 32 >> 32;
    long first = power >> 1;
    double y = p * Double.longBitsToDouble((first + 1023) << 52);
    y = y * Double.longBitsToDouble((power - first + 1023) << 52);
    return y < Double.MIN_NORMAL ? 0 : y;
  }
}

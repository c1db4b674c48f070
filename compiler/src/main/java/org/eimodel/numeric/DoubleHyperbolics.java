package org.eimodel.numeric;

import static org.eimodel.numeric.DoubleExponentials.LN2_HIGH;
import static org.eimodel.numeric.DoubleExponentials.LN2_LOW;
import static org.eimodel.numeric.DoubleExponentials.LOG2_E;
import static org.eimodel.numeric.DoubleExponentials.ROUND;
import static org.eimodel.numeric.DoubleExponentials.beyondLinear;

/// Hyperbolic functions in double precision: `tanh`, `sinh`, `cosh`.
///
/// All three take `e^|x| - 1` or `e^|x|` as a sum of two numbers, from the reduction of [DoubleExponentials], and divide
/// with one step of correction: a quotient of rounded numbers alone would miss the last bit.
final class DoubleHyperbolics {
  private DoubleHyperbolics() {}

  static double tanh(double x) {
    double size = Math.abs(x);
    double bounded = size > 22 ? 22 : size;
    double twice = 2 * bounded;
    double t = Math.fma(twice, LOG2_E, ROUND);
    double n = t - ROUND;
    double high = Math.fma(-n, LN2_HIGH, twice);
    double r = Math.fma(-n, LN2_LOW, high);
    double c = Math.fma(-n, LN2_LOW, high - r);
    double e = beyondLinear(r, c);
    // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
    double half = Double.longBitsToDouble((Double.doubleToRawLongBits(t) + 1022) << 52);
    double a = half - 0.5;
    double b = half * r;
    double sum = a + b;
    double rest = Math.fma(half, e, (b - (sum - a)) + ((half - a) - 0.5));
    double top = sum + rest;
    double topLow = rest - (top - sum);
    double bottom = top + 1;
    double one = bottom - top;
    double bottomLow = (top - (bottom - one)) + (1 - one) + topLow;
    double inverse = 1 / bottom;
    double q = top * inverse;
    double y = Math.fma(Math.fma(-q, bottom, top) + Math.fma(-q, bottomLow, topLow), inverse, q);
    y = Math.copySign(y, x);
    y = size < 0x1p-54 ? x : y;
    return size < Double.MIN_NORMAL ? x * 0 : y;
  }

  static double sinh(double x) {
    double size = Math.abs(x);
    double bounded = size > 710.5 ? 710.5 : size;
    double t = Math.fma(bounded, LOG2_E, ROUND);
    double n = t - ROUND;
    double high = Math.fma(-n, LN2_HIGH, bounded);
    double r = Math.fma(-n, LN2_LOW, high);
    double c = Math.fma(-n, LN2_LOW, high - r);
    double e = beyondLinear(r, c);
    // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows on the way.
    double quarter = Double.longBitsToDouble((Double.doubleToRawLongBits(t) + 1021) << 52);
    double a = quarter - 0.25;
    double b = quarter * r;
    double sum = a + b;
    double rest = Math.fma(quarter, e, (b - (sum - a)) + ((quarter - a) - 0.25));
    double top = sum + rest;
    double topLow = rest - (top - sum);
    double bottom = top + 0.25;
    double added = bottom - top;
    double bottomLow = (top - (bottom - added)) + (0.25 - added) + topLow;
    double inverse = 1 / bottom;
    double q = top * inverse;
    double qLow = (Math.fma(-q, bottom, top) + Math.fma(-q, bottomLow, topLow)) * inverse;
    double second = 0.25 * q;
    double main = top + second;
    double y = 2 * (main + ((second - (main - top)) + Math.fma(0.25, qLow, topLow)));
    y = Math.copySign(y, x);
    y = size < 0x1p-54 ? x : y;
    y = size < Double.MIN_NORMAL ? x * 0 : y;
    return size > 710.5 ? Math.copySign(Double.POSITIVE_INFINITY, x) : y;
  }

  static double cosh(double x) {
    double size = Math.abs(x);
    double bounded = size > 710.5 ? 710.5 : size;
    double t = Math.fma(bounded, LOG2_E, ROUND);
    double n = t - ROUND;
    double high = Math.fma(-n, LN2_HIGH, bounded);
    double r = Math.fma(-n, LN2_LOW, high);
    double c = Math.fma(-n, LN2_LOW, high - r);
    double e = beyondLinear(r, c);
    // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
    double quarter = Double.longBitsToDouble((Double.doubleToRawLongBits(t) + 1021) << 52);
    double b = quarter * r;
    double sum = quarter + b;
    double rest = Math.fma(quarter, e, b - (sum - quarter));
    double first = sum + rest;
    double firstLow = rest - (first - sum);
    double inverse = 1 / first;
    double second = 0.0625 * inverse;
    double secondLow = second * (Math.fma(-first, inverse, 1) - firstLow * inverse);
    double main = first + second;
    double y = 2 * (main + ((second - (main - first)) + (firstLow + secondLow)));
    return size > 710.5 ? Double.POSITIVE_INFINITY : y;
  }
}

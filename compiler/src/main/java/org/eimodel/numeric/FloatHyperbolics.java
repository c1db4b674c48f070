package org.eimodel.numeric;

import static org.eimodel.numeric.FloatExponentials.LN2_HIGH;
import static org.eimodel.numeric.FloatExponentials.LN2_LOW;
import static org.eimodel.numeric.FloatExponentials.LOG2_E;
import static org.eimodel.numeric.FloatExponentials.ROUND;
import static org.eimodel.numeric.FloatExponentials.beyondLinear;

/// Hyperbolic functions in single precision: `tanh`, `sinh`, `cosh`.
///
/// All three take `e^|x| - 1` or `e^|x|` as a sum of two numbers, from the reduction of [FloatExponentials], and divide
/// with one step of correction: a quotient of rounded numbers alone would miss the last bit.
final class FloatHyperbolics {
  private FloatHyperbolics() {}

  static float tanh(float x) {
    float size = Math.abs(x);
    float bounded = size > 10 ? 10 : size;
    float twice = 2 * bounded;
    float t = Math.fma(twice, LOG2_E, ROUND);
    float n = t - ROUND;
    float high = Math.fma(-n, LN2_HIGH, twice);
    float r = Math.fma(-n, LN2_LOW, high);
    float c = Math.fma(-n, LN2_LOW, high - r);
    float e = beyondLinear(r, c);
    // With E = e^2|x| - 1, half of E and its low part; tanh |x| = (E / 2) / (E / 2 + 1).
    float half = Float.intBitsToFloat((Float.floatToRawIntBits(t) + 126) << 23);
    float a = half - 0.5f;
    float b = half * r;
    float sum = a + b;
    float rest = Math.fma(half, e, (b - (sum - a)) + ((half - a) - 0.5f));
    float top = sum + rest;
    float topLow = rest - (top - sum);
    float bottom = top + 1;
    float one = bottom - top;
    float bottomLow = (top - (bottom - one)) + (1 - one) + topLow;
    float inverse = 1 / bottom;
    float q = top * inverse;
    float y = Math.fma(Math.fma(-q, bottom, top) + Math.fma(-q, bottomLow, topLow), inverse, q);
    y = Math.copySign(y, x);
    y = size < 0x1p-25f ? x : y;
    return size < Float.MIN_NORMAL ? x * 0 : y;
  }

  static float sinh(float x) {
    float size = Math.abs(x);
    float bounded = size > 89.5f ? 89.5f : size;
    float t = Math.fma(bounded, LOG2_E, ROUND);
    float n = t - ROUND;
    float high = Math.fma(-n, LN2_HIGH, bounded);
    float r = Math.fma(-n, LN2_LOW, high);
    float c = Math.fma(-n, LN2_LOW, high - r);
    float e = beyondLinear(r, c);
    // With E = e^|x| - 1: sinh |x| = (E + E / (1 + E)) / 2, in quarters so that nothing overflows on the way.
    float quarter = Float.intBitsToFloat((Float.floatToRawIntBits(t) + 125) << 23);
    float a = quarter - 0.25f;
    float b = quarter * r;
    float sum = a + b;
    float rest = Math.fma(quarter, e, (b - (sum - a)) + ((quarter - a) - 0.25f));
    float top = sum + rest;
    float topLow = rest - (top - sum);
    float bottom = top + 0.25f;
    float added = bottom - top;
    float bottomLow = (top - (bottom - added)) + (0.25f - added) + topLow;
    float inverse = 1 / bottom;
    float q = top * inverse;
    float qLow = (Math.fma(-q, bottom, top) + Math.fma(-q, bottomLow, topLow)) * inverse;
    float second = 0.25f * q;
    float main = top + second;
    float y = 2 * (main + ((second - (main - top)) + Math.fma(0.25f, qLow, topLow)));
    y = Math.copySign(y, x);
    y = size < 0x1p-25f ? x : y;
    y = size < Float.MIN_NORMAL ? x * 0 : y;
    return size > 89.5f ? Math.copySign(Float.POSITIVE_INFINITY, x) : y;
  }

  static float cosh(float x) {
    float size = Math.abs(x);
    float bounded = size > 89.5f ? 89.5f : size;
    float t = Math.fma(bounded, LOG2_E, ROUND);
    float n = t - ROUND;
    float high = Math.fma(-n, LN2_HIGH, bounded);
    float r = Math.fma(-n, LN2_LOW, high);
    float c = Math.fma(-n, LN2_LOW, high - r);
    float e = beyondLinear(r, c);
    // With P = e^|x| / 4: cosh x = 2 (P + 1 / (16 P)).
    float quarter = Float.intBitsToFloat((Float.floatToRawIntBits(t) + 125) << 23);
    float b = quarter * r;
    float sum = quarter + b;
    float rest = Math.fma(quarter, e, b - (sum - quarter));
    float first = sum + rest;
    float firstLow = rest - (first - sum);
    float inverse = 1 / first;
    float second = 0.0625f * inverse;
    float secondLow = second * (Math.fma(-first, inverse, 1) - firstLow * inverse);
    float main = first + second;
    float y = 2 * (main + ((second - (main - first)) + (firstLow + secondLow)));
    return size > 89.5f ? Float.POSITIVE_INFINITY : y;
  }
}

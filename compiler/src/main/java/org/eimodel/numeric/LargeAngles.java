package org.eimodel.numeric;

/// Sine, cosine and tangent of angles so large that pi / 2 must be known to a thousand bits.
///
/// Payne and Hanek's reduction: of the product of the argument's 53-bit integer and 2 / pi, only the bits that stand from
/// just above the binary point on are computed, 192 of them, modulo four quarter turns. What is cut off is below 2^-137
/// of a quarter turn, and no double comes closer than 2^-62 to a whole one, so the rest keeps more than 70 bits.
///
/// The slow road of [DoubleTrigonometrics], for whole numbers of milliseconds mistaken for radians and the like.
final class LargeAngles {
  /// 64 zeros, then the bits of 2 / pi after the binary point.
  private static final long[] TWO_BY_PI = {
    0x0000000000000000L, 0xA2F9836E4E441529L, 0xFC2757D1F534DDC0L,
    0xDB6295993C439041L, 0xFE5163ABDEBBC561L, 0xB7246E3A424DD2E0L,
    0x06492EEA09D1921CL, 0xFE1DEB1CB129A73EL, 0xE88235F52EBB4484L,
    0xE99C7026B45F7E41L, 0x3991D639835339F4L, 0x9C845F8BBDF9283BL,
    0x1FF897FFDE05980FL, 0xEF2F118B5A0A6D1FL, 0x6D367ECF27CB09B7L,
    0x4F463F669E5FEA2DL, 0x7527BAC7EBE5F17BL, 0x3D0739F78A5292EAL,
    0x6BFB5FB11F8D5D08L, 0x56033046FC7B6BABL, 0xF0CFBC209AF4361DL
  };

  private LargeAngles() {}

  /// The angle less its whole quarter turns: r + low, and the number of quarter turns modulo 4.
  private record Rest(double r, double low, long quarter) {}

  static double sin(double x) {
    Rest rest = reduce(x);
    return DoubleTrigonometrics.turned(rest.r, rest.low, rest.quarter);
  }

  static double cos(double x) {
    Rest rest = reduce(x);
    return DoubleTrigonometrics.turned(rest.r, rest.low, rest.quarter + 1);
  }

  static double tan(double x) {
    Rest rest = reduce(x);
    return DoubleTrigonometrics.turnedTan(rest.r, rest.low, rest.quarter);
  }

  private static Rest reduce(double x) {
    if (!(Math.abs(x) < Double.POSITIVE_INFINITY)) {
      return new Rest(Double.NaN, Double.NaN, 0);
    }
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> 52 & 0x7FF) - 1075;
    long integer = bits & 0x000FFFFFFFFFFFFFL | 0x0010000000000000L;
    // Bit i after the point, times 2^exponent, is a multiple of four quarter turns for i < exponent - 1.
    int start = 64 + exponent - 2;
    long high = word(start);
    long middle = word(start + 64);
    long low = word(start + 128);
    // The low 192 bits of integer * (high, middle, low): two before the point, 190 after it.
    long p0 = integer * low;
    long carry = Math.unsignedMultiplyHigh(integer, low);
    long p1 = integer * middle + carry;
    carry = Math.unsignedMultiplyHigh(integer, middle) + (Long.compareUnsigned(p1, carry) < 0 ? 1 : 0);
    long p2 = integer * high + carry;
    // Read as a signed number, the fraction is the distance to the nearest whole quarter turn.
    long f1 = p2 << 2 | p1 >>> 62;
    long f0 = p1 << 2 | p0 >>> 62;
    long quarter = (p2 >>> 62) + (f1 >>> 63);
    double a = (f1 >> 32) * 0x1p-32;
    double b = (f1 & 0xFFFFFFFFL) * 0x1p-64;
    double c = (f0 >>> 32) * 0x1p-96;
    double d = (f0 & 0xFFFFFFFFL) * 0x1p-128;
    double sum = a + b;
    double rest = (b - (sum - a)) + (c + d);
    double f = sum + rest;
    double fLow = rest - (f - sum);
    double product = f * DoubleTrigonometrics.HALF_PI_1;
    double productLow =
        Math.fma(f, DoubleTrigonometrics.HALF_PI_1, -product)
            + Math.fma(f, DoubleTrigonometrics.HALF_PI_2, fLow * DoubleTrigonometrics.HALF_PI_1);
    double r = product + productLow;
    double rLow = productLow - (r - product);
    return x < 0 ? new Rest(-r, -rLow, -quarter) : new Rest(r, rLow, quarter);
  }

  /// {@return 64 bits from that place of the table on}
  private static long word(int place) {
    int index = place >> 6;
    int shift = place & 63;
    long first = TWO_BY_PI[index] << shift;
    return shift == 0 ? first : first | TWO_BY_PI[index + 1] >>> 64 - shift;
  }
}

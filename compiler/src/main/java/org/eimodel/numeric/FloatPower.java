package org.eimodel.numeric;

/// Powers in single precision, by way of double precision.
///
/// A product `y log x` of up to 104 takes seven bits from the logarithm. With 24 bits that needs a logarithm in two
/// numbers, about 50 operations; one logarithm and one exponential in double precision are fewer and simply round.
/// Vector lanes are then twice as wide for this function alone.
final class FloatPower {
  private FloatPower() {}

  static float pow(float x, float y) {
    double size = Math.abs(x);
    double z = DoubleExponentials.exp(y * DoubleLogarithms.log(size));
    // log 1 is zero: zero times infinity is the NaN that a power of one with an infinite exponent is.
    z = z < Float.MIN_NORMAL ? 0 : z;
    float ySize = Math.abs(y);
    boolean whole = ySize >= 0x1p23f || (ySize + 0x1p23f) - 0x1p23f == ySize;
    float half = 0.5f * ySize;
    boolean wholeHalf = half >= 0x1p23f || (half + 0x1p23f) - 0x1p23f == half;
    boolean odd = whole && !wholeHalf;
    z = odd ? Math.copySign(z, x) : z;
    z = x < 0 && size < Double.POSITIVE_INFINITY && !whole ? Double.NaN : z;
    z = x != x || y != y ? x + y : z;
    return y == 0 ? 1 : (float) z;
  }
}

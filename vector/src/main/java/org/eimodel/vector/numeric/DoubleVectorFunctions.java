package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;

/// Rounding to whole numbers in the lanes of a vector, which the Vector API does not have: the bits of [Math].
///
/// Short enough for C2 to inline; the elementary functions are not, see [DoubleArrayFunctions].
public final class DoubleVectorFunctions {
  private static final long SIGN = 0x8000000000000000L;

  private DoubleVectorFunctions() {}

  /// As [Math#rint]: adding and taking away 2^52 rounds, and larger numbers are whole.
  ///
  /// {@return the nearest whole number, the even one of two}
  public static DoubleVector rint(DoubleVector x) {
    DoubleVector size = x.abs();
    DoubleVector rounded = size.add(0x1p52).sub(0x1p52);
    return x.blend(copySign(rounded, x), size.compare(LT, 0x1p52));
  }

  /// {@return the largest whole number that is not above x}
  public static DoubleVector floor(DoubleVector x) {
    DoubleVector near = rint(x);
    return copySign(near.blend(near.sub(1), near.compare(GT, x)), x);
  }

  /// {@return the smallest whole number that is not below x}
  public static DoubleVector ceil(DoubleVector x) {
    DoubleVector near = rint(x);
    return copySign(near.blend(near.add(1), near.compare(LT, x)), x);
  }

  private static DoubleVector copySign(DoubleVector size, DoubleVector sign) {
    return size.reinterpretAsLongs()
        .and(~SIGN)
        .or(sign.reinterpretAsLongs().and(SIGN))
        .reinterpretAsDoubles();
  }
}

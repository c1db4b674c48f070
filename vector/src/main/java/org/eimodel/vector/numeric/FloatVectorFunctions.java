package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/// Rounding to whole numbers in the lanes of a vector, which the Vector API does not have: the bits of [Math].
///
/// Short enough for C2 to inline; the elementary functions are not, see [FloatArrayFunctions].
public final class FloatVectorFunctions {
  private static final int SIGN = 0x80000000;

  private FloatVectorFunctions() {}

  /// As [Math#rint]: adding and taking away 2^23 rounds, and larger numbers are whole.
  ///
  /// {@return the nearest whole number, the even one of two}
  public static FloatVector rint(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector rounded = size.add(0x1p23f).sub(0x1p23f);
    return x.blend(copySign(rounded, x), size.compare(LT, 0x1p23f));
  }

  /// {@return the largest whole number that is not above x}
  public static FloatVector floor(FloatVector x) {
    FloatVector near = rint(x);
    return copySign(near.blend(near.sub(1), near.compare(GT, x)), x);
  }

  /// {@return the smallest whole number that is not below x}
  public static FloatVector ceil(FloatVector x) {
    FloatVector near = rint(x);
    return copySign(near.blend(near.add(1), near.compare(LT, x)), x);
  }

  private static FloatVector copySign(FloatVector size, FloatVector sign) {
    return size.reinterpretAsInts()
        .and(~SIGN)
        .or(sign.reinterpretAsInts().and(SIGN))
        .reinterpretAsFloats();
  }
}

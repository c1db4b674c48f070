package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.DoubleLanes.copySign;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import org.eimodel.numeric.DoubleFunctions;

/// [DoubleFunctions] in the lanes of a vector of any width: each lane has the bits that the scalar function gives.
///
/// (Which NaN comes out is open, as everywhere in Java.) C2 must inline a function into its caller, or its argument and
/// result are allocated: loops over arrays call [DoubleArrayFunctions], which has each function in a loop of its own.
public final class DoubleVectorFunctions {
  private DoubleVectorFunctions() {}

  /// {@return e^x}
  public static DoubleVector exp(DoubleVector x) {
    return DoubleExponentialLanes.exp(x);
  }

  /// {@return e^x - 1, without cancellation near zero}
  public static DoubleVector expm1(DoubleVector x) {
    return DoubleExponentialLanes.expm1(x);
  }

  /// {@return (e^x - 1) / x, and 1 at zero}
  public static DoubleVector exprel(DoubleVector x) {
    return DoubleExponentialLanes.exprel(x);
  }

  /// {@return the natural logarithm}
  public static DoubleVector log(DoubleVector x) {
    return DoubleLogarithmLanes.log(x);
  }

  /// {@return log(1 + x), without cancellation near zero}
  public static DoubleVector log1p(DoubleVector x) {
    return DoubleLogarithmLanes.log1p(x);
  }

  /// {@return the hyperbolic sine}
  public static DoubleVector sinh(DoubleVector x) {
    return DoubleHyperbolicLanes.sinh(x);
  }

  /// {@return the hyperbolic cosine}
  public static DoubleVector cosh(DoubleVector x) {
    return DoubleHyperbolicLanes.cosh(x);
  }

  /// {@return the hyperbolic tangent}
  public static DoubleVector tanh(DoubleVector x) {
    return DoubleHyperbolicLanes.tanh(x);
  }

  /// {@return the sine of an angle in radians}
  public static DoubleVector sin(DoubleVector x) {
    DoubleVector y = DoubleTrigonometricLanes.sin(x);
    VectorMask<Double> large = DoubleTrigonometricLanes.large(x);
    for (int lane = large.firstTrue(); lane < x.length(); lane++) {
      if (large.laneIsSet(lane)) {
        y = y.withLane(lane, DoubleFunctions.sin(x.lane(lane)));
      }
    }
    return y;
  }

  /// {@return the cosine of an angle in radians}
  public static DoubleVector cos(DoubleVector x) {
    DoubleVector y = DoubleTrigonometricLanes.cos(x);
    VectorMask<Double> large = DoubleTrigonometricLanes.large(x);
    for (int lane = large.firstTrue(); lane < x.length(); lane++) {
      if (large.laneIsSet(lane)) {
        y = y.withLane(lane, DoubleFunctions.cos(x.lane(lane)));
      }
    }
    return y;
  }

  /// {@return the tangent of an angle in radians}
  public static DoubleVector tan(DoubleVector x) {
    DoubleVector y = DoubleTrigonometricLanes.tan(x);
    VectorMask<Double> large = DoubleTrigonometricLanes.large(x);
    for (int lane = large.firstTrue(); lane < x.length(); lane++) {
      if (large.laneIsSet(lane)) {
        y = y.withLane(lane, DoubleFunctions.tan(x.lane(lane)));
      }
    }
    return y;
  }

  /// {@return x to the power y}
  public static DoubleVector pow(DoubleVector x, DoubleVector y) {
    return DoublePowerLanes.pow(x, y);
  }

  /// {@return the number below which a standard normal variable falls with probability p}
  public static DoubleVector normalQuantile(DoubleVector p) {
    return NormalQuantileLanes.of(p);
  }

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
}

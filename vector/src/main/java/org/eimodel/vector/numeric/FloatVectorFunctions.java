package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.eimodel.vector.numeric.FloatLanes.copySign;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import org.eimodel.numeric.FloatFunctions;

/// [FloatFunctions] in the lanes of a vector of any width: each lane has the bits that the scalar function gives.
///
/// (Which NaN comes out is open, as everywhere in Java.) C2 must inline a function into its caller, or its argument and
/// result are allocated: loops over arrays call [FloatArrayFunctions], which has each function in a loop of its own.
public final class FloatVectorFunctions {
  private FloatVectorFunctions() {}

  /// {@return e^x}
  public static FloatVector exp(FloatVector x) {
    return FloatExponentialLanes.exp(x);
  }

  /// {@return e^x - 1, without cancellation near zero}
  public static FloatVector expm1(FloatVector x) {
    return FloatExponentialLanes.expm1(x);
  }

  /// {@return (e^x - 1) / x, and 1 at zero}
  public static FloatVector exprel(FloatVector x) {
    return FloatExponentialLanes.exprel(x);
  }

  /// {@return the natural logarithm}
  public static FloatVector log(FloatVector x) {
    return FloatLogarithmLanes.log(x);
  }

  /// {@return log(1 + x), without cancellation near zero}
  public static FloatVector log1p(FloatVector x) {
    return FloatLogarithmLanes.log1p(x);
  }

  /// {@return the hyperbolic sine}
  public static FloatVector sinh(FloatVector x) {
    return FloatHyperbolicLanes.sinh(x);
  }

  /// {@return the hyperbolic cosine}
  public static FloatVector cosh(FloatVector x) {
    return FloatHyperbolicLanes.cosh(x);
  }

  /// {@return the hyperbolic tangent}
  public static FloatVector tanh(FloatVector x) {
    return FloatHyperbolicLanes.tanh(x);
  }

  /// {@return the sine of an angle in radians}
  public static FloatVector sin(FloatVector x) {
    FloatVector y = FloatTrigonometricLanes.sin(x);
    VectorMask<Float> large = FloatTrigonometricLanes.large(x);
    for (int lane = large.firstTrue(); lane < x.length(); lane++) {
      if (large.laneIsSet(lane)) {
        y = y.withLane(lane, FloatFunctions.sin(x.lane(lane)));
      }
    }
    return y;
  }

  /// {@return the cosine of an angle in radians}
  public static FloatVector cos(FloatVector x) {
    FloatVector y = FloatTrigonometricLanes.cos(x);
    VectorMask<Float> large = FloatTrigonometricLanes.large(x);
    for (int lane = large.firstTrue(); lane < x.length(); lane++) {
      if (large.laneIsSet(lane)) {
        y = y.withLane(lane, FloatFunctions.cos(x.lane(lane)));
      }
    }
    return y;
  }

  /// {@return the tangent of an angle in radians}
  public static FloatVector tan(FloatVector x) {
    FloatVector y = FloatTrigonometricLanes.tan(x);
    VectorMask<Float> large = FloatTrigonometricLanes.large(x);
    for (int lane = large.firstTrue(); lane < x.length(); lane++) {
      if (large.laneIsSet(lane)) {
        y = y.withLane(lane, FloatFunctions.tan(x.lane(lane)));
      }
    }
    return y;
  }

  /// {@return x to the power y}
  public static FloatVector pow(FloatVector x, FloatVector y) {
    return FloatPowerLanes.pow(x, y);
  }

  /// {@return the number below which a standard normal variable falls with probability p}
  public static FloatVector normalQuantile(FloatVector p) {
    return FloatQuantileLanes.of(p);
  }

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
}

package org.eimodel.vector.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.FloatFunctions;

/// [FloatFunctions] of runs of numbers in arrays, each in a loop of its own: what generated vector code calls.
///
/// A function in a loop of its own is compiled once, for all kernels, and never depends on what C2 is willing to inline
/// into a kernel. `y[to + i] = f(x[from + i])` for i from 0 to `count`; a result may take the place of its argument.
public final class FloatArrayFunctions {
  private static final VectorSpecies<Float> SPECIES = LaneWidth.FLOAT;
  private static final int LANES = SPECIES.length();

  /// As many floats as there are doubles in a vector.
  private static final VectorSpecies<Float> HALF = LaneWidth.HALF_FLOAT;

  private static final int HALF_LANES = HALF.length();

  private FloatArrayFunctions() {}

  /// E^x.
  public static void exp(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatExponentialLanes.exp(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.exp(x[from + i]);
    }
  }

  /// E^x - 1, without cancellation near zero.
  public static void expm1(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatExponentialLanes.expm1(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.expm1(x[from + i]);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  public static void exprel(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatExponentialLanes.exprel(FloatVector.fromArray(SPECIES, x, from + i))
          .intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.exprel(x[from + i]);
    }
  }

  /// The natural logarithm.
  public static void log(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatLogarithmLanes.log(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.log(x[from + i]);
    }
  }

  /// Log(1 + x), without cancellation near zero.
  public static void log1p(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatLogarithmLanes.log1p(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.log1p(x[from + i]);
    }
  }

  /// The hyperbolic sine.
  public static void sinh(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatHyperbolicLanes.sinh(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.sinh(x[from + i]);
    }
  }

  /// The hyperbolic cosine.
  public static void cosh(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatHyperbolicLanes.cosh(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.cosh(x[from + i]);
    }
  }

  /// The hyperbolic tangent.
  public static void tanh(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatHyperbolicLanes.tanh(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.tanh(x[from + i]);
    }
  }

  /// The sine of an angle in radians; a vector with a large angle is done one by one.
  public static void sin(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector angle = FloatVector.fromArray(SPECIES, x, from + i);
      if (FloatTrigonometricLanes.large(angle).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          y[to + k] = FloatFunctions.sin(x[from + k]);
        }
      } else {
        FloatTrigonometricLanes.sin(angle).intoArray(y, to + i);
      }
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.sin(x[from + i]);
    }
  }

  /// The cosine of an angle in radians; a vector with a large angle is done one by one.
  public static void cos(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector angle = FloatVector.fromArray(SPECIES, x, from + i);
      if (FloatTrigonometricLanes.large(angle).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          y[to + k] = FloatFunctions.cos(x[from + k]);
        }
      } else {
        FloatTrigonometricLanes.cos(angle).intoArray(y, to + i);
      }
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.cos(x[from + i]);
    }
  }

  /// The tangent of an angle in radians; a vector with a large angle is done one by one.
  public static void tan(float[] x, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      FloatVector angle = FloatVector.fromArray(SPECIES, x, from + i);
      if (FloatTrigonometricLanes.large(angle).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          y[to + k] = FloatFunctions.tan(x[from + k]);
        }
      } else {
        FloatTrigonometricLanes.tan(angle).intoArray(y, to + i);
      }
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.tan(x[from + i]);
    }
  }

  /// x to the power y, in double precision inside: half as many lanes.
  public static void pow(float[] x, int from, float[] y, int yFrom, float[] z, int to, int count) {
    int i = 0;
    for (; i <= count - HALF_LANES; i += HALF_LANES) {
      FloatVector base = FloatVector.fromArray(HALF, x, from + i);
      FloatVector exponent = FloatVector.fromArray(HALF, y, yFrom + i);
      DoubleVector wide = FloatPowerLanes.ofSize(widened(base.abs()), widened(exponent));
      FloatVector size = (FloatVector) wide.convertShape(VectorOperators.D2F, HALF, 0);
      FloatPowerLanes.signed(size, base, exponent).intoArray(z, to + i);
    }
    for (; i < count; i++) {
      z[to + i] = FloatFunctions.pow(x[from + i], y[yFrom + i]);
    }
  }

  /// The quantile of the standard normal distribution, in double precision inside: half as many lanes.
  public static void normalQuantile(float[] p, int from, float[] y, int to, int count) {
    int i = 0;
    for (; i <= count - HALF_LANES; i += HALF_LANES) {
      DoubleVector wide = NormalQuantileLanes.of(widened(FloatVector.fromArray(HALF, p, from + i)));
      ((FloatVector) wide.convertShape(VectorOperators.D2F, HALF, 0)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = FloatFunctions.normalQuantile(p[from + i]);
    }
  }

  private static DoubleVector widened(FloatVector x) {
    return (DoubleVector) x.convertShape(VectorOperators.F2D, LaneWidth.DOUBLE, 0);
  }
}

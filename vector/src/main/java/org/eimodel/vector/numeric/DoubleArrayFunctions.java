package org.eimodel.vector.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.DoubleFunctions;

/// [DoubleFunctions] of runs of numbers in arrays, each in a loop of its own: what generated vector code calls.
///
/// A function in a loop of its own is compiled once, for all kernels, and never depends on what C2 is willing to inline
/// into a kernel. `y[to + i] = f(x[from + i])` for i from 0 to `count`; a result may take the place of its argument.
public final class DoubleArrayFunctions {
  private static final VectorSpecies<Double> SPECIES = LaneWidth.DOUBLE;
  private static final int LANES = SPECIES.length();

  private DoubleArrayFunctions() {}

  /// E^x.
  public static void exp(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleExponentialLanes.exp(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.exp(x[from + i]);
    }
  }

  /// E^x - 1, without cancellation near zero.
  public static void expm1(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleExponentialLanes.expm1(DoubleVector.fromArray(SPECIES, x, from + i))
          .intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.expm1(x[from + i]);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  public static void exprel(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleExponentialLanes.exprel(DoubleVector.fromArray(SPECIES, x, from + i))
          .intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.exprel(x[from + i]);
    }
  }

  /// The natural logarithm.
  public static void log(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleLogarithmLanes.log(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.log(x[from + i]);
    }
  }

  /// Log(1 + x), without cancellation near zero.
  public static void log1p(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleLogarithmLanes.log1p(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.log1p(x[from + i]);
    }
  }

  /// The hyperbolic sine.
  public static void sinh(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleHyperbolicLanes.sinh(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.sinh(x[from + i]);
    }
  }

  /// The hyperbolic cosine.
  public static void cosh(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleHyperbolicLanes.cosh(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.cosh(x[from + i]);
    }
  }

  /// The hyperbolic tangent.
  public static void tanh(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleHyperbolicLanes.tanh(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.tanh(x[from + i]);
    }
  }

  /// The sine of an angle in radians; a vector with a large angle is done one by one.
  public static void sin(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleVector angle = DoubleVector.fromArray(SPECIES, x, from + i);
      if (DoubleTrigonometricLanes.large(angle).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          y[to + k] = DoubleFunctions.sin(x[from + k]);
        }
      } else {
        DoubleTrigonometricLanes.sin(angle).intoArray(y, to + i);
      }
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.sin(x[from + i]);
    }
  }

  /// The cosine of an angle in radians; a vector with a large angle is done one by one.
  public static void cos(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleVector angle = DoubleVector.fromArray(SPECIES, x, from + i);
      if (DoubleTrigonometricLanes.large(angle).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          y[to + k] = DoubleFunctions.cos(x[from + k]);
        }
      } else {
        DoubleTrigonometricLanes.cos(angle).intoArray(y, to + i);
      }
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.cos(x[from + i]);
    }
  }

  /// The tangent of an angle in radians; a vector with a large angle is done one by one.
  public static void tan(double[] x, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleVector angle = DoubleVector.fromArray(SPECIES, x, from + i);
      if (DoubleTrigonometricLanes.large(angle).anyTrue()) {
        for (int k = i; k < i + LANES; k++) {
          y[to + k] = DoubleFunctions.tan(x[from + k]);
        }
      } else {
        DoubleTrigonometricLanes.tan(angle).intoArray(y, to + i);
      }
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.tan(x[from + i]);
    }
  }

  /// x to the power y.
  public static void pow(
      double[] x, int from, double[] y, int yFrom, double[] z, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleVector base = DoubleVector.fromArray(SPECIES, x, from + i);
      DoubleVector exponent = DoubleVector.fromArray(SPECIES, y, yFrom + i);
      DoublePowerLanes.pow(base, exponent).intoArray(z, to + i);
    }
    for (; i < count; i++) {
      z[to + i] = DoubleFunctions.pow(x[from + i], y[yFrom + i]);
    }
  }

  /// The quantile of the standard normal distribution.
  public static void normalQuantile(double[] p, int from, double[] y, int to, int count) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      NormalQuantileLanes.of(DoubleVector.fromArray(SPECIES, p, from + i)).intoArray(y, to + i);
    }
    for (; i < count; i++) {
      y[to + i] = DoubleFunctions.normalQuantile(p[from + i]);
    }
  }
}

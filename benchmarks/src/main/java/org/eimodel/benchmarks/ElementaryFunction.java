package org.eimodel.benchmarks;

import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.FloatFunctions;
import org.eimodel.vector.numeric.DoubleArrayFunctions;
import org.eimodel.vector.numeric.FloatArrayFunctions;

/// Each elementary function that models can call, in its four forms, and a range in which models do.
public enum ElementaryFunction {
  EXP(
      -5,
      5,
      DoubleFunctions::exp,
      (in, out, n) -> DoubleArrayFunctions.exp(in, 0, out, 0, n),
      FloatFunctions::exp,
      (in, out, n) -> FloatArrayFunctions.exp(in, 0, out, 0, n)),
  EXPM1(
      -5,
      5,
      DoubleFunctions::expm1,
      (in, out, n) -> DoubleArrayFunctions.expm1(in, 0, out, 0, n),
      FloatFunctions::expm1,
      (in, out, n) -> FloatArrayFunctions.expm1(in, 0, out, 0, n)),
  /// As rates of channels ask for it.
  EXPREL(
      -5,
      5,
      DoubleFunctions::exprel,
      (in, out, n) -> DoubleArrayFunctions.exprel(in, 0, out, 0, n),
      FloatFunctions::exprel,
      (in, out, n) -> FloatArrayFunctions.exprel(in, 0, out, 0, n)),
  /// As exponential Euler steps ask for it.
  EXPREL_NEAR_ZERO(
      -1,
      0,
      DoubleFunctions::exprel,
      (in, out, n) -> DoubleArrayFunctions.exprel(in, 0, out, 0, n),
      FloatFunctions::exprel,
      (in, out, n) -> FloatArrayFunctions.exprel(in, 0, out, 0, n)),
  LOG(
      0.1,
      10,
      DoubleFunctions::log,
      (in, out, n) -> DoubleArrayFunctions.log(in, 0, out, 0, n),
      FloatFunctions::log,
      (in, out, n) -> FloatArrayFunctions.log(in, 0, out, 0, n)),
  LOG1P(
      -0.9,
      9,
      DoubleFunctions::log1p,
      (in, out, n) -> DoubleArrayFunctions.log1p(in, 0, out, 0, n),
      FloatFunctions::log1p,
      (in, out, n) -> FloatArrayFunctions.log1p(in, 0, out, 0, n)),
  SINH(
      -5,
      5,
      DoubleFunctions::sinh,
      (in, out, n) -> DoubleArrayFunctions.sinh(in, 0, out, 0, n),
      FloatFunctions::sinh,
      (in, out, n) -> FloatArrayFunctions.sinh(in, 0, out, 0, n)),
  COSH(
      -5,
      5,
      DoubleFunctions::cosh,
      (in, out, n) -> DoubleArrayFunctions.cosh(in, 0, out, 0, n),
      FloatFunctions::cosh,
      (in, out, n) -> FloatArrayFunctions.cosh(in, 0, out, 0, n)),
  TANH(
      -5,
      5,
      DoubleFunctions::tanh,
      (in, out, n) -> DoubleArrayFunctions.tanh(in, 0, out, 0, n),
      FloatFunctions::tanh,
      (in, out, n) -> FloatArrayFunctions.tanh(in, 0, out, 0, n)),
  SIN(
      -6,
      6,
      DoubleFunctions::sin,
      (in, out, n) -> DoubleArrayFunctions.sin(in, 0, out, 0, n),
      FloatFunctions::sin,
      (in, out, n) -> FloatArrayFunctions.sin(in, 0, out, 0, n)),
  COS(
      -6,
      6,
      DoubleFunctions::cos,
      (in, out, n) -> DoubleArrayFunctions.cos(in, 0, out, 0, n),
      FloatFunctions::cos,
      (in, out, n) -> FloatArrayFunctions.cos(in, 0, out, 0, n)),
  TAN(
      -6,
      6,
      DoubleFunctions::tan,
      (in, out, n) -> DoubleArrayFunctions.tan(in, 0, out, 0, n),
      FloatFunctions::tan,
      (in, out, n) -> FloatArrayFunctions.tan(in, 0, out, 0, n)),
  /// Each number to its own power.
  POW(
      0.1,
      10,
      x -> DoubleFunctions.pow(x, x),
      (in, out, n) -> DoubleArrayFunctions.pow(in, 0, in, 0, out, 0, n),
      x -> FloatFunctions.pow(x, x),
      (in, out, n) -> FloatArrayFunctions.pow(in, 0, in, 0, out, 0, n)),
  NORMAL_QUANTILE(
      0,
      1,
      DoubleFunctions::normalQuantile,
      (in, out, n) -> DoubleArrayFunctions.normalQuantile(in, 0, out, 0, n),
      FloatFunctions::normalQuantile,
      (in, out, n) -> FloatArrayFunctions.normalQuantile(in, 0, out, 0, n));

  /// A function of one number in double precision.
  @FunctionalInterface
  interface OfDouble {
    double of(double x);
  }

  /// A function of one number in single precision.
  @FunctionalInterface
  interface OfFloat {
    float of(float x);
  }

  /// A function of many numbers in double precision.
  @FunctionalInterface
  interface OfDoubles {
    void apply(double[] in, double[] out, int count);
  }

  /// A function of many numbers in single precision.
  @FunctionalInterface
  interface OfFloats {
    void apply(float[] in, float[] out, int count);
  }

  private final double from;
  private final double to;
  private final OfDouble one;
  private final OfDoubles lanes;
  private final OfFloat floatOne;
  private final OfFloats floatLanes;

  ElementaryFunction(
      double from, double to, OfDouble one, OfDoubles lanes, OfFloat floatOne, OfFloats floatLanes) {
    this.from = from;
    this.to = to;
    this.one = one;
    this.lanes = lanes;
    this.floatOne = floatOne;
    this.floatLanes = floatLanes;
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  OfDoubles scalar() {
    return (in, out, count) -> {
      for (int i = 0; i < count; i++) {
        out[i] = one.of(in[i]);
      }
    };
  }

  OfDoubles lanes() {
    return lanes;
  }

  OfFloats floatScalar() {
    return (in, out, count) -> {
      for (int i = 0; i < count; i++) {
        out[i] = floatOne.of(in[i]);
      }
    };
  }

  OfFloats floatLanes() {
    return floatLanes;
  }
}

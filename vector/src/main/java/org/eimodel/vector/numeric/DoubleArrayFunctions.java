package org.eimodel.vector.numeric;

import org.eimodel.numeric.DoubleFunctions;

/// [DoubleFunctions] of runs of numbers in arrays: what generated vector code calls.
///
/// `out[to + i] = f(in[from + i])` for i from 0 to `count`, with the bits of the scalar function (which NaN comes out is
/// open, as everywhere in Java). A result may take the place of its argument. Each function has a loop of its own, which
/// is compiled once, for all kernels, and does not depend on what C2 is willing to inline into a kernel. Nothing is
/// allocated, but for the memory between the loops of powers and quantiles: once a thread.
public final class DoubleArrayFunctions {
  private static final int LANES = LaneWidth.DOUBLE.length();

  private DoubleArrayFunctions() {}

  private static int whole(int count) {
    return count - count % LANES;
  }

  /// E to the power x.
  public static void exp(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleExponentialLoops.exp(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.exp(in[from + i]);
    }
  }

  /// E to the power x, less one, without cancellation near zero.
  public static void expm1(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleExponentialLoops.expm1(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.expm1(in[from + i]);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  public static void exprel(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleExponentialLoops.exprel(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.exprel(in[from + i]);
    }
  }

  /// The natural logarithm.
  public static void log(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleLogarithmLoops.log(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.log(in[from + i]);
    }
  }

  /// log(1 + x), without cancellation near zero.
  public static void log1p(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleLogarithmLoops.log1p(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.log1p(in[from + i]);
    }
  }

  /// The hyperbolic sine.
  public static void sinh(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleHyperbolicLoops.sinh(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.sinh(in[from + i]);
    }
  }

  /// The hyperbolic cosine.
  public static void cosh(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleHyperbolicLoops.cosh(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.cosh(in[from + i]);
    }
  }

  /// The hyperbolic tangent.
  public static void tanh(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleHyperbolicLoops.tanh(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.tanh(in[from + i]);
    }
  }

  /// The sine of an angle in radians.
  public static void sin(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleTrigonometricLoops.sin(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.sin(in[from + i]);
    }
  }

  /// The cosine of an angle in radians.
  public static void cos(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleTrigonometricLoops.cos(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.cos(in[from + i]);
    }
  }

  /// The tangent of an angle in radians.
  public static void tan(double[] in, int from, double[] out, int to, int count) {
    int whole = whole(count);
    DoubleTrigonometricLoops.tan(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = DoubleFunctions.tan(in[from + i]);
    }
  }

  /// Numbers to the power of others.
  public static void pow(
      double[] in,
      int from,
      double[] exponents,
      int exponentsFrom,
      double[] out,
      int to,
      int count) {
    Stages stages = Stages.ofThread();
    for (int i = 0; i < count; i += Stages.BLOCK) {
      int block = Math.min(Stages.BLOCK, count - i);
      stages.load(0, in, from + i, block);
      stages.load(1, exponents, exponentsFrom + i, block);
      PowerLoops.pow(stages.rows, Stages.whole(block));
      stages.store(2, out, to + i, block);
    }
  }

  /// The quantile of the standard normal distribution.
  public static void normalQuantile(double[] in, int from, double[] out, int to, int count) {
    Stages stages = Stages.ofThread();
    for (int i = 0; i < count; i += Stages.BLOCK) {
      int block = Math.min(Stages.BLOCK, count - i);
      stages.load(0, in, from + i, block);
      QuantileLoops.normal(stages.rows, Stages.whole(block));
      stages.store(1, out, to + i, block);
    }
  }
}

package org.eimodel.vector.numeric;

import org.eimodel.numeric.FloatFunctions;

/// [FloatFunctions] of runs of numbers in arrays: what generated vector code calls.
///
/// `out[to + i] = f(in[from + i])` for i from 0 to `count`, with the bits of the scalar function (which NaN comes out is
/// open, as everywhere in Java). A result may take the place of its argument. Each function has a loop of its own, which
/// is compiled once, for all kernels, and does not depend on what C2 is willing to inline into a kernel. Nothing is
/// allocated.
public final class FloatArrayFunctions {
  private static final int LANES = LaneWidth.FLOAT.length();

  private FloatArrayFunctions() {}

  private static int whole(int count) {
    return count - count % LANES;
  }

  /// E to the power x.
  public static void exp(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatExponentialLoops.exp(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.exp(in[from + i]);
    }
  }

  /// E to the power x, less one, without cancellation near zero.
  public static void expm1(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatExponentialLoops.expm1(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.expm1(in[from + i]);
    }
  }

  /// (e^x - 1) / x, and 1 at zero.
  public static void exprel(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatExponentialLoops.exprel(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.exprel(in[from + i]);
    }
  }

  /// The natural logarithm.
  public static void log(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatLogarithmLoops.log(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.log(in[from + i]);
    }
  }

  /// log(1 + x), without cancellation near zero.
  public static void log1p(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatLogarithmLoops.log1p(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.log1p(in[from + i]);
    }
  }

  /// The hyperbolic sine.
  public static void sinh(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatHyperbolicLoops.sinh(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.sinh(in[from + i]);
    }
  }

  /// The hyperbolic cosine.
  public static void cosh(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatHyperbolicLoops.cosh(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.cosh(in[from + i]);
    }
  }

  /// The hyperbolic tangent.
  public static void tanh(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatHyperbolicLoops.tanh(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.tanh(in[from + i]);
    }
  }

  /// The sine of an angle in radians.
  public static void sin(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatTrigonometricLoops.sin(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.sin(in[from + i]);
    }
  }

  /// The cosine of an angle in radians.
  public static void cos(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatTrigonometricLoops.cos(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.cos(in[from + i]);
    }
  }

  /// The tangent of an angle in radians.
  public static void tan(float[] in, int from, float[] out, int to, int count) {
    int whole = whole(count);
    FloatTrigonometricLoops.tan(in, from, out, to, whole);
    for (int i = whole; i < count; i++) {
      out[to + i] = FloatFunctions.tan(in[from + i]);
    }
  }

  /// Numbers to the power of others, by way of double precision as in the scalar form.
  public static void pow(
      float[] in, int from, float[] exponents, int exponentsFrom, float[] out, int to, int count) {
    Stages stages = Stages.ofThread();
    for (int i = 0; i < count; i += Stages.BLOCK) {
      int block = Math.min(Stages.BLOCK, count - i);
      stages.load(0, in, from + i, block);
      stages.load(1, exponents, exponentsFrom + i, block);
      PowerLoops.singlePow(stages.rows, Stages.whole(block));
      stages.store(2, out, to + i, block);
    }
  }

  /// The quantile of the standard normal distribution, in double precision as in the scalar form.
  public static void normalQuantile(float[] in, int from, float[] out, int to, int count) {
    Stages stages = Stages.ofThread();
    for (int i = 0; i < count; i += Stages.BLOCK) {
      int block = Math.min(Stages.BLOCK, count - i);
      stages.load(0, in, from + i, block);
      QuantileLoops.normal(stages.rows, Stages.whole(block));
      stages.store(1, out, to + i, block);
    }
  }
}

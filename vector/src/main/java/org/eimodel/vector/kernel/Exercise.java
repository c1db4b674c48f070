package org.eimodel.vector.kernel;

import java.util.Set;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.SpikeBits;
import org.eimodel.vector.numeric.DoubleArrayFunctions;
import org.eimodel.vector.numeric.FloatArrayFunctions;

/// Calls functions with arguments for which they go different ways: a vector of small ones, one of large ones, a mixed one.
///
/// A way that was never taken while the JVM watched is left out when it compiles, and taking it then throws the compiled code
/// away in the middle of a run.
final class Exercise {
  /// Three vectors of the widest kind that there is, in single precision.
  private static final int COUNT = 48;

  private final Precision precision;
  private final double[] in = new double[COUNT];
  private final double[] out = new double[COUNT];
  private final float[] singleIn = new float[COUNT];
  private final float[] singleOut = new float[COUNT];
  private final int[] spikes = new int[Long.SIZE];

  private Exercise(Precision precision) {
    this.precision = precision;
    for (int i = 0; i < COUNT; i++) {
      int third = i / (COUNT / 3);
      boolean small = third == 0 || third == 1 && i % 2 == 0;
      in[i] = small ? 0.01 * (i + 1) : 2 + i;
      singleIn[i] = (float) in[i];
    }
  }

  static Exercise of(Precision precision) {
    return new Exercise(precision);
  }

  void accept(Set<MathFunction> functions) {
    SpikeBits.append(0, 0, spikes, 0);
    SpikeBits.append(0b1001, 0, spikes, 0);
    for (MathFunction function : functions) {
      switch (precision) {
        case SINGLE -> single(function);
        case DOUBLE -> twofold(function);
      }
    }
  }

  private void single(MathFunction function) {
    switch (function) {
      case EXP -> FloatArrayFunctions.exp(singleIn, 0, singleOut, 0, COUNT);
      case LOG -> FloatArrayFunctions.log(singleIn, 0, singleOut, 0, COUNT);
      case EXPM1 -> FloatArrayFunctions.expm1(singleIn, 0, singleOut, 0, COUNT);
      case EXPREL -> FloatArrayFunctions.exprel(singleIn, 0, singleOut, 0, COUNT);
      case LOG1P -> FloatArrayFunctions.log1p(singleIn, 0, singleOut, 0, COUNT);
      case SIN -> FloatArrayFunctions.sin(singleIn, 0, singleOut, 0, COUNT);
      case COS -> FloatArrayFunctions.cos(singleIn, 0, singleOut, 0, COUNT);
      case TAN -> FloatArrayFunctions.tan(singleIn, 0, singleOut, 0, COUNT);
      case SINH -> FloatArrayFunctions.sinh(singleIn, 0, singleOut, 0, COUNT);
      case COSH -> FloatArrayFunctions.cosh(singleIn, 0, singleOut, 0, COUNT);
      case TANH -> FloatArrayFunctions.tanh(singleIn, 0, singleOut, 0, COUNT);
      case POW -> FloatArrayFunctions.pow(singleIn, 0, singleIn, 0, singleOut, 0, COUNT);
    }
  }

  private void twofold(MathFunction function) {
    switch (function) {
      case EXP -> DoubleArrayFunctions.exp(in, 0, out, 0, COUNT);
      case LOG -> DoubleArrayFunctions.log(in, 0, out, 0, COUNT);
      case EXPM1 -> DoubleArrayFunctions.expm1(in, 0, out, 0, COUNT);
      case EXPREL -> DoubleArrayFunctions.exprel(in, 0, out, 0, COUNT);
      case LOG1P -> DoubleArrayFunctions.log1p(in, 0, out, 0, COUNT);
      case SIN -> DoubleArrayFunctions.sin(in, 0, out, 0, COUNT);
      case COS -> DoubleArrayFunctions.cos(in, 0, out, 0, COUNT);
      case TAN -> DoubleArrayFunctions.tan(in, 0, out, 0, COUNT);
      case SINH -> DoubleArrayFunctions.sinh(in, 0, out, 0, COUNT);
      case COSH -> DoubleArrayFunctions.cosh(in, 0, out, 0, COUNT);
      case TANH -> DoubleArrayFunctions.tanh(in, 0, out, 0, COUNT);
      case POW -> DoubleArrayFunctions.pow(in, 0, in, 0, out, 0, COUNT);
    }
  }
}

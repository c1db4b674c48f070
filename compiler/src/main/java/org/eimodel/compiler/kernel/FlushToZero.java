package org.eimodel.compiler.kernel;

import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;

/// Keeps decaying states out of the denormal numbers, with which many processors are slow.
///
/// After the fire phase of every 16th step ([Kernel#FLUSH_STEPS]) a decaying state whose magnitude is below [Precision#flushBelow] becomes
/// +0. That is often enough: from the smallest number that is left, a time constant of a step or more does not reach the
/// denormals before the next flush.
///
/// The same bits in every form; threads may share it.
public interface FlushToZero {
  /// {@return whether a flush follows a step}
  static boolean follows(long step) {
    return (step + 1 & Kernel.FLUSH_STEPS - 1) == 0;
  }

  /// Flushes the numbers `from` up to `to`.
  ///
  /// @param numbers `float[]` or `double[]`, as the precision asks
  void flush(Object numbers, int from, int to);

  /// {@return the form that takes one number after the other}
  static FlushToZero scalar(Precision precision) {
    return switch (precision) {
      case SINGLE -> (numbers, from, to) -> flush((float[]) numbers, from, to);
      case DOUBLE -> (numbers, from, to) -> flush((double[]) numbers, from, to);
    };
  }

  private static void flush(float[] numbers, int from, int to) {
    float least = (float) Precision.SINGLE.flushBelow();
    for (int i = from; i < to; i++) {
      if (Math.abs(numbers[i]) < least) {
        numbers[i] = 0;
      }
    }
  }

  private static void flush(double[] numbers, int from, int to) {
    double least = Precision.DOUBLE.flushBelow();
    for (int i = from; i < to; i++) {
      if (Math.abs(numbers[i]) < least) {
        numbers[i] = 0;
      }
    }
  }
}

package org.eimodel.compiler.interpret;

import org.eimodel.compiler.ir.CompilerBug;

/// A `float[]` or `double[]`, as numbers.
final class Numbers {
  private Numbers() {}

  static double get(Object array, int index) {
    return switch (array) {
      case float[] floats -> floats[index];
      case double[] doubles -> doubles[index];
      default -> throw new CompilerBug("not an array of numbers: " + array);
    };
  }

  static void set(Object array, int index, double value) {
    switch (array) {
      case float[] floats -> floats[index] = (float) value;
      case double[] doubles -> doubles[index] = value;
      default -> throw new CompilerBug("not an array of numbers: " + array);
    }
  }
}

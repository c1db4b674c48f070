package org.eimodel.runtime.state;

import java.util.Arrays;
import org.eimodel.compiler.ir.Precision;

/// Arrays of numbers in either precision: a `float[]` or a `double[]`, held as an `Object` because kernels take both.
///
/// For places that are visited seldom; loops over many neurons are written for one type.
public final class Reals {
  private Reals() {}

  /// {@return a new array of zeros}
  public static Object array(Precision precision, int length) {
    return switch (precision) {
      case SINGLE -> new float[length];
      case DOUBLE -> new double[length];
    };
  }

  /// {@return a new array with these numbers, each rounded once}
  public static Object of(Precision precision, double[] values) {
    Object array = array(precision, values.length);
    for (int i = 0; i < values.length; i++) {
      set(array, i, values[i]);
    }
    return array;
  }

  /// {@return a copy of another length: cut off, or with zeros after it}
  ///
  /// @param array may be a `boolean[]`, too
  public static Object copy(Object array, int length) {
    return range(array, 0, length);
  }

  /// {@return a copy of a part, with zeros where the array has ended}
  ///
  /// @param array may be a `boolean[]`, too
  public static Object range(Object array, int from, int to) {
    if (array instanceof float[] floats) {
      return Arrays.copyOfRange(floats, from, to);
    }
    return array instanceof double[] doubles
        ? Arrays.copyOfRange(doubles, from, to)
        : Arrays.copyOfRange((boolean[]) array, from, to);
  }

  /// {@return the bytes of a number, or of a truth value, in such an array}
  public static int bytes(Object array) {
    return array instanceof float[] ? 4 : array instanceof double[] ? 8 : 1;
  }

  /// {@return one number}
  public static double get(Object array, int index) {
    return array instanceof float[] floats ? floats[index] : ((double[]) array)[index];
  }

  /// Writes one number, rounded once.
  public static void set(Object array, int index, double value) {
    if (array instanceof float[] floats) {
      floats[index] = (float) value;
    } else {
      ((double[]) array)[index] = value;
    }
  }

  /// {@return the bits of one number; all NaN are one}
  public static long bits(Object array, int index) {
    return array instanceof float[] floats
        ? Float.floatToIntBits(floats[index])
        : Double.doubleToLongBits(((double[]) array)[index]);
  }

  /// {@return how many numbers it holds}
  public static int length(Object array) {
    return array instanceof float[] floats ? floats.length : ((double[]) array).length;
  }
}

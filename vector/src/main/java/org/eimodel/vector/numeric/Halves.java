package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/// A vector of floats as two of doubles, each as wide, and back.
final class Halves {
  private Halves() {}

  static DoubleVector first(FloatVector x) {
    return (DoubleVector) x.convert(F2D, 0);
  }

  static DoubleVector second(FloatVector x) {
    return (DoubleVector) x.convert(F2D, 1);
  }

  /// {@return the numbers as floats, in the first half (part 0) or the second (part -1); zeros in the other}
  static FloatVector joined(DoubleVector x, int part, FloatVector like) {
    return (FloatVector) x.convertShape(D2F, like.species(), part);
  }

  static FloatVector both(FloatVector first, FloatVector second) {
    return first.reinterpretAsInts().or(second.reinterpretAsInts()).reinterpretAsFloats();
  }
}

package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The operations that the functions are written in, beyond those that [FloatVector] has by itself.
final class FloatLanes {
  private static final int SIGN = 0x80000000;

  private FloatLanes() {}

  /// {@return a vector like another, with one number in all lanes}
  static FloatVector all(FloatVector like, float value) {
    return FloatVector.broadcast(like.species(), value);
  }

  static IntVector bits(FloatVector x) {
    return x.reinterpretAsInts();
  }

  static FloatVector copySign(FloatVector size, FloatVector sign) {
    return bits(size).and(~SIGN).or(bits(sign).and(SIGN)).reinterpretAsFloats();
  }

  /// {@return the lanes, of a vector like another, where the bits are not zero}
  static VectorMask<Float> mask(IntVector bits, FloatVector like) {
    return bits.compare(NE, 0).cast(like.species());
  }

  static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
    return a.fma(b, c);
  }

  static FloatVector fma(FloatVector a, float b, FloatVector c) {
    return a.fma(all(a, b), c);
  }

  static FloatVector fma(FloatVector a, FloatVector b, float c) {
    return a.fma(b, all(a, c));
  }

  static FloatVector fma(FloatVector a, float b, float c) {
    return a.fma(b, c);
  }

  static FloatVector fma(float a, FloatVector b, FloatVector c) {
    return b.fma(all(b, a), c);
  }

  static FloatVector fma(float a, FloatVector b, float c) {
    return b.fma(a, c);
  }
}

package org.eimodel.vector.numeric;

import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The operations that the functions are written in, beyond those that [DoubleVector] has by itself.
final class DoubleLanes {
  private static final long SIGN = 0x8000000000000000L;

  private DoubleLanes() {}

  /// {@return a vector like another, with one number in all lanes}
  static DoubleVector all(DoubleVector like, double value) {
    return DoubleVector.broadcast(like.species(), value);
  }

  static LongVector bits(DoubleVector x) {
    return x.reinterpretAsLongs();
  }

  static DoubleVector copySign(DoubleVector size, DoubleVector sign) {
    return bits(size).and(~SIGN).or(bits(sign).and(SIGN)).reinterpretAsDoubles();
  }

  /// {@return the lanes, of a vector like another, where the bits are not zero}
  static VectorMask<Double> mask(LongVector bits, DoubleVector like) {
    return bits.compare(NE, 0).cast(like.species());
  }

  static DoubleVector fma(DoubleVector a, DoubleVector b, DoubleVector c) {
    return a.fma(b, c);
  }

  static DoubleVector fma(DoubleVector a, double b, DoubleVector c) {
    return a.fma(all(a, b), c);
  }

  static DoubleVector fma(DoubleVector a, DoubleVector b, double c) {
    return a.fma(b, all(a, c));
  }

  static DoubleVector fma(DoubleVector a, double b, double c) {
    return a.fma(b, c);
  }

  static DoubleVector fma(double a, DoubleVector b, DoubleVector c) {
    return b.fma(all(b, a), c);
  }

  static DoubleVector fma(double a, DoubleVector b, double c) {
    return b.fma(a, c);
  }
}

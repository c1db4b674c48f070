package org.eimodel.vector.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// Makes the constants of the functions, once: C2 counts every operation of a method, a broadcast in it as well.
final class DoubleLanes {
  private static final VectorSpecies<Long> BITS =
      VectorSpecies.of(long.class, LaneWidth.DOUBLE.vectorShape());

  private DoubleLanes() {}

  /// {@return a vector with one number in all lanes}
  static DoubleVector all(double value) {
    return DoubleVector.broadcast(LaneWidth.DOUBLE, value);
  }

  /// {@return a vector with the same bits in all lanes}
  static LongVector bits(long value) {
    return LongVector.broadcast(BITS, value);
  }
}

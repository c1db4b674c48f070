package org.eimodel.vector.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// Spreads the constants of the functions over vectors, before their loops.
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

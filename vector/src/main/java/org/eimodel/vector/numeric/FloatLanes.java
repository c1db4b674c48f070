package org.eimodel.vector.numeric;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// Spreads the constants of the functions over vectors, before their loops.
final class FloatLanes {
  private static final VectorSpecies<Integer> BITS =
      VectorSpecies.of(int.class, LaneWidth.FLOAT.vectorShape());

  private FloatLanes() {}

  /// {@return a vector with one number in all lanes}
  static FloatVector all(float value) {
    return FloatVector.broadcast(LaneWidth.FLOAT, value);
  }

  /// {@return a vector with the same bits in all lanes}
  static IntVector bits(int value) {
    return IntVector.broadcast(BITS, value);
  }
}

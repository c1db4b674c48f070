package org.eimodel.vector.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// How wide the vectors of generated code are: as wide as the CPU prefers.
///
/// The system property `org.eimodel.vector.bits` (128, 256 or 512) chooses another width, for tests and measurements: no
/// result depends on it.
public final class LaneWidth {
  private static final int BITS =
      Integer.getInteger("org.eimodel.vector.bits", DoubleVector.SPECIES_PREFERRED.vectorBitSize());

  /// The vectors of `double`.
  public static final VectorSpecies<Double> DOUBLE =
      VectorSpecies.of(double.class, VectorShape.forBitSize(BITS));

  /// The vectors of `float`.
  public static final VectorSpecies<Float> FLOAT =
      VectorSpecies.of(float.class, VectorShape.forBitSize(BITS));

  private LaneWidth() {}
}

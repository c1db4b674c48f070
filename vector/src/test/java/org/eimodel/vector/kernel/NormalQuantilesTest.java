package org.eimodel.vector.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.eimodel.compiler.kernel.NormalQuantiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What weights are drawn with, in lanes and in the scalar form: the same bits.
class NormalQuantilesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 255, 256, 257, 3000})
  void lanesGiveTheSameBits(int count) {
    double[] p =
        new SplittableRandom(count)
            .ints(count)
            .mapToDouble(word -> ((word & 0xFFFFFFFFL) * 2 + 1) * 0x1p-33)
            .toArray();
    double[] scalar = new double[count + 5];
    double[] lanes = new double[count + 5];
    NormalQuantiles.SCALAR.of(p, count, scalar, 3, new int[count]);
    new LaneKernels().quantiles().of(p, count, lanes, 3, new int[count]);
    assertArrayEquals(scalar, lanes);
  }
}

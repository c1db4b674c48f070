package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Random;
import org.eimodel.numeric.Philox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhiloxLanesTest {
  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void sameWordsInEveryWidth(int bits) throws ReflectiveOperationException {
    Method fill =
        new OtherWidth(bits)
            .method(
                "PhiloxLanes",
                "fill",
                long.class,
                int.class,
                int.class,
                int.class,
                int.class,
                int[].class);
    Random random = new Random(bits);
    for (int elements : new int[] {0, 1, 3, 4, 8, 17, 64, 301}) {
      for (int first : new int[] {0, 5, Integer.MAX_VALUE - 20, -9}) {
        long key = random.nextLong();
        int c2 = random.nextInt();
        int c3 = random.nextInt();
        int[] lanes = new int[4 * elements + 4];
        fill.invoke(null, key, first, c2, c3, elements, lanes);
        int[] block = new int[4];
        for (int i = 0; i < elements; i++) {
          Philox.fill(key, 0, first + i, c2, c3, 1, block, 0);
          for (int k = 0; k < 4; k++) {
            assertEquals(block[k], lanes[k * elements + i], "word " + k + " of element " + i);
          }
        }
        int[] scalar = new int[4 * elements + 4];
        Philox.elements(key, first, c2, c3, elements, scalar);
        assertArrayEquals(
            Arrays.copyOf(scalar, 4 * elements), Arrays.copyOf(lanes, 4 * elements));
      }
    }
  }
}

package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.eimodel.numeric.Philox;
import org.eimodel.numeric.WordBlocks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhiloxRowLanesTest {
  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void sameWordsInEveryWidth(int bits) throws ReflectiveOperationException {
    WordBlocks lanes = new OtherWidth(bits).instance("PhiloxRowLanes", WordBlocks.class);
    Random random = new Random(bits);
    for (int blocks : new int[] {0, 1, 3, 4, 8, 17, 64, 256, 257, 301, 1000}) {
      for (int first : new int[] {0, 5, Integer.MAX_VALUE - 20, -9}) {
        long key = random.nextLong();
        int c1 = random.nextInt();
        int c2 = random.nextInt();
        int c3 = random.nextInt();
        int[] expected = new int[4 * blocks + 10];
        Philox.fill(key, first, c1, c2, c3, blocks, expected, 3);
        int[] found = new int[4 * blocks + 10];
        lanes.fill(key, first, c1, c2, c3, blocks, found, 3);
        assertArrayEquals(expected, found, blocks + " blocks from " + first);
      }
    }
  }
}

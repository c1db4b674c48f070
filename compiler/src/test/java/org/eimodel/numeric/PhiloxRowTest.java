package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhiloxRowTest {
  private final Random random = new Random(1);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void planesHoldTheWordsOfBlocks(boolean rounds) {
    PhiloxRow row = new PhiloxRow(rounds);
    for (int first : new int[] {0, 5, Integer.MAX_VALUE - 20, -9}) {
      for (int blocks = 0; blocks <= PhiloxRow.BLOCKS; blocks++) {
        long key = random.nextLong();
        int c1 = random.nextInt();
        int c2 = random.nextInt();
        int c3 = random.nextInt();
        int[] expected = new int[4 * blocks];
        Philox.fill(key, first, c1, c2, c3, blocks, expected, 0);
        long[] planes = row.planes(key, first, c1, c2, c3, blocks);
        for (int i = 0; i < blocks; i++) {
          for (int k = 0; k < 4; k++) {
            assertEquals(expected[4 * i + k], (int) planes[k * PhiloxRow.BLOCKS + i]);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyNumberOfBlocksSideBySide(boolean rounds) {
    PhiloxRow row = new PhiloxRow(rounds);
    for (int blocks : new int[] {0, 1, 3, 15, 16, 17, 64, 127, 128, 129, 143, 144, 256, 301, 1000}) {
      long key = random.nextLong();
      int[] expected = new int[4 * blocks + 10];
      Philox.fill(key, -9, 7, -1, blocks, blocks, expected, 3);
      int[] found = new int[4 * blocks + 10];
      row.fill(key, -9, 7, -1, blocks, blocks, found, 3);
      assertArrayEquals(expected, found, blocks + " blocks");
    }
  }
}

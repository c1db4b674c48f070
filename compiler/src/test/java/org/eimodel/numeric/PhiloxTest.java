package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PhiloxTest {
  private static void check(int k0, int k1, int[] counter, int... expected) {
    int[] out = new int[4];
    Philox.fill((long) k1 << 32 | k0 & 0xFFFFFFFFL, counter[0], counter[1], counter[2], counter[3], 1, out, 0);
    assertArrayEquals(expected, out);
  }

  /// The three vectors that Random123 publishes for philox4x32 with ten rounds (kat_vectors).
  @Test
  void publishedVectors() {
    check(0, 0, new int[4], 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    check(-1, -1, new int[] {-1, -1, -1, -1}, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    check(
        0xa4093822,
        0x299f31d0,
        new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
        0xd16cfe09,
        0x94fdcceb,
        0x5001e420,
        0x24126ea1);
  }

  @Test
  void manyBlocksAreTheSameAsOneByOne() {
    int[] together = new int[5 * 4 + 2];
    Philox.fill(77, -3, 1, 2, 3, 5, together, 1);
    for (int i = 0; i < 5; i++) {
      int[] one = new int[4];
      Philox.fill(77, -3 + i, 1, 2, 3, 1, one, 0);
      assertArrayEquals(one, Arrays.copyOfRange(together, 1 + 4 * i, 5 + 4 * i));
    }
  }
}

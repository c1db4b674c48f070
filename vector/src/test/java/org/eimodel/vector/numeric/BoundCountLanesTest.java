package org.eimodel.vector.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.eimodel.compiler.kernel.BoundCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundCountLanesTest {
  private static final int[][] BOUNDS = {
    {}, {0}, {-1}, {5, Integer.MAX_VALUE, Integer.MIN_VALUE, -9, -1, -1}, new Random(3).ints(24).toArray()
  };

  /// Words at, below and above every bound, at both ends and where the sign changes, and some others.
  private static int[] words(int[] bounds) {
    Random random = new Random(4);
    int[] ends = {0, 1, 0x7fffffff, 0x80000000, 0x80000001, -2, -1};
    int[] words = random.ints(ends.length + 3 * bounds.length + 50).toArray();
    System.arraycopy(ends, 0, words, 0, ends.length);
    for (int k = 0; k < bounds.length; k++) {
      for (int near = -1; near <= 1; near++) {
        words[ends.length + 3 * k + near + 1] = bounds[k] + near;
      }
    }
    return words;
  }

  private static long below(int[] bounds, int word) {
    return Arrays.stream(bounds).filter(bound -> (word & 0xffffffffL) > (bound & 0xffffffffL)).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void everyWordInEveryWidth(int bits) throws ReflectiveOperationException {
    BoundCounts counts = new OtherWidth(bits).instance("BoundCountLanes", BoundCounts.class);
    for (int[] bounds : BOUNDS) {
      int[] words = words(bounds);
      for (int first : new int[] {0, 1, 3, 16, words.length}) {
        double[] expected = new double[words.length + 5];
        Arrays.fill(expected, -1);
        int largest = 0;
        for (int i = first; i < words.length; i++) {
          expected[4 + i - first] = below(bounds, words[i]);
          largest = Math.max(largest, (int) expected[4 + i - first]);
        }
        double[] doubles = new double[expected.length];
        float[] floats = new float[expected.length];
        Arrays.fill(doubles, -1);
        Arrays.fill(floats, -1);
        int until = 4 + words.length - first;
        assertEquals(largest, counts.count(words, first, bounds, doubles, 4, until));
        assertEquals(largest, counts.count(words, first, bounds, floats, 4, until));
        assertArrayEquals(expected, doubles);
        for (int i = 0; i < floats.length; i++) {
          assertEquals((float) expected[i], floats[i]);
        }
      }
    }
  }
}

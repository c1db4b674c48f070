package org.eimodel.runtime.poisson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eimodel.compiler.kernel.BoundCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A word has the same number whether it is looked up or compared with bounds.
class EventCountsTest {
  private static final int OFFSET = 3;

  /// Counts one word after the other, and how often it is asked.
  private static final class Plain implements BoundCounts {
    private int calls;

    @Override
    public int count(int[] words, int first, int[] bounds, float[] out, int from, int until) {
      double[] wide = new double[out.length];
      int most = count(words, first, bounds, wide, from, until);
      for (int i = from; i < until; i++) {
        out[i] = (float) wide[i];
      }
      return most;
    }

    @Override
    public int count(int[] words, int first, int[] bounds, double[] out, int from, int until) {
      calls++;
      int most = 0;
      for (int i = from; i < until; i++) {
        int word = words[first + i - from];
        int below =
            (int) Arrays.stream(bounds).filter(b -> Integer.compareUnsigned(word, b) > 0).count();
        out[i] = below;
        most = Math.max(most, below);
      }
      return most;
    }
  }

  /// {@return the words where numbers may change, the extremes, and some others}
  private static int[] words(CountTable table) {
    List<Integer> words = new ArrayList<>(List.of(0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff));
    for (int c = 0; c < table.most(); c++) {
      int last = last(table, c);
      words.addAll(List.of(last - 1, last, last + 1));
    }
    new Random(8).ints(3000).forEach(words::add);
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  /// {@return the last word that has at most this number, by halving}
  private static int last(CountTable table, int number) {
    long low = 0;
    long high = 1L << Integer.SIZE;
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (table.count((int) middle) <= number) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (int) low;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-3, 0.1, 1, 1.28, 2.32, 5, 10, 15, 30, 200})
  void comparedOrLookedUp(double mean) {
    CountTable table = new CountTable(mean, CountTable.FINE);
    int[] words = words(table);
    int[] placed = new int[OFFSET + words.length];
    System.arraycopy(words, 0, placed, OFFSET, words.length);
    Plain plain = new Plain();
    for (boolean compared : new boolean[] {false, true}) {
      EventCounts counts = new EventCounts(new CountTable[] {table});
      if (compared) {
        counts.use(plain);
      }
      for (Object out : List.of(new float[words.length + 7], new double[words.length + 7])) {
        // with the highest words in a block of their own, and without
        for (int from : new int[] {0, 6, words.length - 900}) {
          int most = 0;
          int found = counts.write(placed, OFFSET, from, words.length, out, 7);
          for (int i = from; i < words.length; i++) {
            int number = table.count(words[i]);
            most = Math.max(most, number);
            assertEquals(
                number,
                out instanceof float[] floats ? floats[7 + i] : ((double[]) out)[7 + i],
                () -> "mean " + mean);
          }
          assertEquals(most, found);
        }
      }
    }
    assertEquals(table.bounds() == null ? 0 : 6, plain.calls);
  }

  @Test
  void fewBoundsAreCompared() {
    assertArrayEquals(new int[] {-1}, new CountTable(0, CountTable.FINE).bounds());
    int[] bounds = new CountTable(1.7, CountTable.FINE).bounds();
    assertNotNull(bounds);
    assertEquals(9, bounds.length);
    assertNull(new CountTable(40, CountTable.FINE).bounds());
  }

  @Test
  void eachNeuronHasItsTable() {
    CountTable[] tables = {new CountTable(1, CountTable.COARSE), new CountTable(9, CountTable.COARSE)};
    EventCounts counts = new EventCounts(tables);
    counts.use(new Plain());
    double[] out = new double[2];
    int word = 0x9fffffff;
    assertEquals(tables[1].count(word), counts.write(new int[] {word, word}, 0, 0, 2, out, 0));
    assertEquals(tables[0].count(word), (int) out[0]);
    assertEquals(tables[1].count(word), (int) out[1]);
  }
}

package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinctDrawTest {
  private final RandomStream stream = new RandomStream(StreamKey.of(1, "EE"));
  private final DistinctDraw draw = new DistinctDraw();

  /// The definition, with nothing clever: mark until enough are marked.
  private int[] slowly(int element, int n, int k) {
    boolean leaveOut = 2 * k > n;
    BitSet marked = new BitSet(n);
    stream.seek(element, 0);
    while (marked.cardinality() < (leaveOut ? n - k : k)) {
      marked.set(stream.nextBounded(n));
    }
    if (leaveOut) {
      marked.flip(0, n);
    }
    return marked.stream().toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "3200,0", "3200,1", "3200,16", "3200,17", "3200,40", "3200,320", "3200,1600", "3200,1601", "3200,2443", "3200,3199",
    "3200,3200", "1,0", "1,1", "2,1", "63,20", "64,33", "65,65", "100000,150", "100000,250", "65536,30000", "0,0"
  })
  void agreesWithTheDefinition(int n, int k) {
    for (int element = 0; element < 20; element++) {
      int[] expected = slowly(element, n, k);
      long position = stream.position();
      int[] out = new int[k + 10];
      Arrays.fill(out, -1);
      draw.draw(stream.seek(element, 0), n, k, out, 5);
      assertEquals(k, expected.length);
      assertEquals(position, stream.position());
      for (int i = 0; i < out.length; i++) {
        assertEquals(i < 5 || i >= 5 + k ? -1 : expected[i - 5], out[i]);
      }
      int[] unsorted = Arrays.copyOf(draw.any(stream.seek(element, 0), n, k), k);
      Arrays.sort(unsorted);
      assertArrayEquals(expected, unsorted);
    }
  }

  @Test
  void stepsOverDrawsThatWouldFavourSomeNumbers() {
    int n = 30_000;
    int k = 10_000;
    int element = 0;
    while (!unfairAmong(element, n, k)) {
      element++;
    }
    int[] out = new int[k];
    draw.draw(stream.seek(element, 0), n, k, out, 0);
    long position = stream.position();
    assertArrayEquals(slowly(element, n, k), out);
    assertEquals(position, stream.position());
  }

  /// {@return whether one of an element's first `count` draws is such a draw}
  private boolean unfairAmong(int element, int n, int count) {
    stream.seek(element, 0);
    for (int i = 0; i < count; i++) {
      if ((stream.nextInt() & 0xFFFFFFFFL) * n % (1L << 32) < (1L << 32) % n) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({"50,3", "50,15", "50,40", "200,100"})
  void everyNumberIsEquallyLikely(int n, int k) {
    long[] observed = new long[n];
    int rows = 20_000;
    int[] out = new int[k];
    for (int element = 0; element < rows; element++) {
      draw.draw(stream.seek(element, 1), n, k, out, 0);
      for (int target : out) {
        observed[target]++;
      }
    }
    double[] expected = new double[n];
    Arrays.fill(expected, (double) rows * k / n);
    double p = new ChiSquareTest().chiSquareTest(expected, observed);
    // Without replacement the counts vary less than chi-square says, so p errs towards 1.
    assertTrue(p > 1e-6, () -> "p = " + p);
  }

  @Test
  void everyPairIsEquallyLikely() {
    int n = 12;
    long[] observed = new long[n * (n - 1) / 2];
    int[] out = new int[2];
    for (int element = 0; element < 66_000; element++) {
      draw.draw(stream.seek(element, 2), n, 2, out, 0);
      observed[out[1] * (out[1] - 1) / 2 + out[0]]++;
    }
    double[] expected = new double[observed.length];
    Arrays.fill(expected, 1000);
    double p = new ChiSquareTest().chiSquareTest(expected, observed);
    assertTrue(p > 1e-6 && p < 1 - 1e-6, () -> "p = " + p);
  }

  @Test
  void startsAtTheNextBlock() {
    int[] a = new int[5];
    int[] b = new int[5];
    draw.draw(stream.seek(0, 0, 1), 100, 5, a, 0);
    draw.draw(stream.seek(0, 0, 4), 100, 5, b, 0);
    assertEquals(Arrays.toString(b), Arrays.toString(a));
  }

  @Test
  void impossibleRequests() {
    assertThrows(IllegalArgumentException.class, () -> draw.draw(stream, 5, 6, new int[9], 0));
    assertThrows(IllegalArgumentException.class, () -> draw.draw(stream, 5, -1, new int[9], 0));
    assertThrows(IndexOutOfBoundsException.class, () -> draw.draw(stream, 100, 20, new int[30], 11));
  }
}

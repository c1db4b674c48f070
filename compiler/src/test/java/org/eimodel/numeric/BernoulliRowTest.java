package org.eimodel.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BernoulliRowTest {
  private final RandomStream stream = new RandomStream(StreamKey.of(1, "between"));

  private static void plausible(double[] expected, long[] observed) {
    double p = new ChiSquareTest().chiSquareTest(expected, observed);
    assertTrue(p > 1e-6, () -> "p = " + p + ": " + Arrays.toString(observed));
  }

  /// Counts fall into the cells of the binomial distribution of another library.
  @ParameterizedTest
  @CsvSource({"1,0.3", "10,0.5", "100,0.02", "3200,0.1", "3200,0.76", "1000000,0.000003", "100000,0.5"})
  void countsAreBinomial(int n, double p) {
    BernoulliRow row = new BernoulliRow(n, p);
    BinomialDistribution binomial = new BinomialDistribution(null, n, p);
    int[] edges = IntStream.range(1, 20).map(i -> binomial.inverseCumulativeProbability(i / 20.0)).distinct().toArray();
    double[] expected = new double[edges.length + 1];
    long[] observed = new long[edges.length + 1];
    int rows = 100_000;
    for (int i = 0; i <= edges.length; i++) {
      double below = i == 0 ? 0 : binomial.cumulativeProbability(edges[i - 1]);
      expected[i] = rows * ((i == edges.length ? 1 : binomial.cumulativeProbability(edges[i])) - below);
    }
    for (int element = 0; element < rows; element++) {
      int count = row.count(stream.seek(element, 0));
      assertTrue(count >= 0 && count <= n);
      int cell = Arrays.binarySearch(edges, count);
      observed[cell >= 0 ? cell : -1 - cell]++;
    }
    int cells = expected[edges.length] > 0 ? edges.length + 1 : edges.length;
    plausible(Arrays.copyOf(expected, cells), Arrays.copyOf(observed, cells));
  }

  @Test
  void everyNumberIsPickedAsOften() {
    int n = 60;
    BernoulliRow row = new BernoulliRow(n, 0.2);
    long[] observed = new long[n];
    int[] out = new int[n];
    int rows = 50_000;
    for (int element = 0; element < rows; element++) {
      stream.seek(element, 1);
      int count = row.count(stream);
      row.draw(stream, count, out, 0);
      for (int i = 0; i < count; i++) {
        assertTrue(i == 0 || out[i - 1] < out[i]);
        observed[out[i]]++;
      }
    }
    double[] expected = new double[n];
    Arrays.fill(expected, rows * 0.2);
    plausible(expected, observed);
  }

  /// Whether two neighbours are picked is independent: all four cases have their product probabilities.
  @Test
  void neighboursAreIndependent() {
    double p = 0.3;
    BernoulliRow row = new BernoulliRow(8, p);
    long[] observed = new long[4];
    int[] out = new int[8];
    int rows = 100_000;
    for (int element = 0; element < rows; element++) {
      stream.seek(element, 2);
      int count = row.count(stream);
      row.draw(stream, count, out, 0);
      int cell = 0;
      for (int i = 0; i < count; i++) {
        cell |= out[i] == 3 ? 1 : out[i] == 4 ? 2 : 0;
      }
      observed[cell]++;
    }
    plausible(new double[] {(1 - p) * (1 - p) * rows, p * (1 - p) * rows, p * (1 - p) * rows, p * p * rows}, observed);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1000})
  void allOrNothing(int n) {
    int[] out = new int[n];
    for (int element = 0; element < 100; element++) {
      assertEquals(0, new BernoulliRow(n, 0).count(stream.seek(element, 0)));
      BernoulliRow all = new BernoulliRow(n, 1);
      assertEquals(n, all.count(stream.seek(element, 0)));
      all.draw(stream, n, out, 0);
      assertArrayEquals(IntStream.range(0, n).toArray(), out);
    }
  }

  @Test
  void impossibleRows() {
    assertThrows(IllegalArgumentException.class, () -> new BernoulliRow(-1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new BernoulliRow(10, 1.5));
    assertThrows(IllegalArgumentException.class, () -> new BernoulliRow(10, Double.NaN));
  }
}

package org.eimodel.runtime.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.IntegerDistribution;
import org.eimodel.numeric.RandomStream;
import org.junit.jupiter.api.Test;

class RowCountsTest {
  @Test
  void binomialIsBinomial() {
    check(u -> RowCounts.binomial(u, 50, 0.07), new BinomialDistribution(50, 0.07), 50);
    check(u -> RowCounts.binomial(u, 9, 0.5), new BinomialDistribution(9, 0.5), 9);
    check(u -> RowCounts.binomial(u, 1, 0.001), new BinomialDistribution(1, 0.001), 1);
    check(u -> RowCounts.binomial(u, 2000, 0.9), new BinomialDistribution(2000, 0.9), 2000);
  }

  @Test
  void hypergeometricIsHypergeometric() {
    check(
        u -> RowCounts.hypergeometric(u, 30, 10, 90),
        new HypergeometricDistribution(100, 10, 30),
        10);
    check(
        u -> RowCounts.hypergeometric(u, 95, 10, 90),
        new HypergeometricDistribution(100, 10, 95),
        10);
    check(
        u -> RowCounts.hypergeometric(u, 400, 500, 4500),
        new HypergeometricDistribution(5000, 500, 400),
        400);
  }

  /// Inversion of equally spaced numbers gives each value its probability, to the spacing.
  private static void check(DoubleUnaryOperator draw, IntegerDistribution expected, int most) {
    int trials = 20_000;
    int[] counts = new int[most + 1];
    for (int i = 0; i < trials; i++) {
      counts[(int) draw.applyAsDouble((i + 0.5) / trials)]++;
    }
    for (int k = 0; k <= most; k++) {
      assertEquals(
          expected.probability(k), counts[k] / (double) trials, 1.1 / trials, "P(" + k + ")");
    }
  }

  @Test
  void countsAddUpToTheTotal() {
    for (long total : new long[] {0, 1, 999, 50_000}) {
      for (boolean multapses : new boolean[] {true, false}) {
        int[] counts = RowCounts.draw(new RandomStream(77), 100, 500, total, multapses);
        assertEquals(total, Arrays.stream(counts).asLongStream().sum());
        assertTrue(multapses || Arrays.stream(counts).max().orElseThrow() <= 500);
      }
    }
  }
}

package org.eimodel.runtime.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.runtime.layout.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule has the degrees that it promises, is uniform over the pairs, and does not depend on slices or threads.
class ConnectionRulesTest {
  static Stream<Wired> rules() {
    return Stream.of(
        Wired.between(30, 40, new ConnectionRule.All()),
        Wired.own(33, false, new ConnectionRule.All()),
        Wired.between(50, 50, new ConnectionRule.OneToOne()),
        Wired.between(60, 70, new ConnectionRule.Probability(0.1)),
        Wired.own(60, false, new ConnectionRule.Probability(0.7)),
        Wired.between(50, 80, new ConnectionRule.OutDegree(11, false)),
        Wired.own(80, false, new ConnectionRule.OutDegree(79, false)),
        Wired.own(40, false, new ConnectionRule.OutDegree(90, true)),
        Wired.between(50, 80, new ConnectionRule.InDegree(7, false)),
        Wired.own(50, false, new ConnectionRule.InDegree(49, false)),
        Wired.own(50, false, new ConnectionRule.InDegree(70, true)),
        Wired.between(40, 50, new ConnectionRule.Total(700, false)),
        Wired.own(40, false, new ConnectionRule.Total(40 * 39, false)),
        Wired.own(40, false, new ConnectionRule.Total(5000, true)),
        Wired.between(
            5, 9, new ConnectionRule.Pairs(new int[] {4, 0, 4, 4, 0}, new int[] {8, 3, 1, 8, 0})),
        Wired.own(5, false, new ConnectionRule.Pairs(new int[] {4, 0, 4}, new int[] {4, 3, 1})),
        Wired.own(40, false, new ConnectionRule.Where((s, t) -> (s * t) % 3 == 1)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void slicesAndThreadsChangeNothing(Wired wired) {
    List<List<Integer>> whole = wired.rows(5);
    for (int aim : new int[] {1, 3, 17, 64}) {
      assertEquals(whole, wired.rows(5, 1 + aim % 3, SliceRule.of(aim)), "slices of " + aim);
    }
  }

  static Stream<Wired> rulesByRow() {
    return rules()
        .filter(wired -> !(wired.rule() instanceof ConnectionRule.InDegree))
        .filter(wired -> !(wired.rule() instanceof ConnectionRule.Pairs));
  }

  @ParameterizedTest
  @MethodSource("rulesByRow")
  void rowsDrawnAnewAreTheStoredOnes(Wired wired) {
    List<List<Integer>> stored = wired.rows(5);
    for (int aim : new int[] {1, 17, 64}) {
      assertEquals(stored, wired.anew().rows(5, 1, SliceRule.of(aim)), "slices of " + aim);
    }
    Connectivity anew = wired.anew().connectivity(5, 1, SliceRule.STANDARD);
    assertEquals(wired.connectivity(5, 1, SliceRule.STANDARD).synapses(), anew.synapses());
    boolean shared = wired.rule() instanceof ConnectionRule.Total;
    assertEquals(shared ? 4L * wired.sources() : 0, anew.bytes());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rowsAreSortedAndInRange(Wired wired) {
    boolean multapses = wired.rule().toString().contains("multapses=true") || wired.sources() == 5;
    for (int s = 0; s < wired.sources(); s++) {
      List<Integer> row = wired.rows(6).get(s);
      assertEquals(row.stream().sorted().toList(), row);
      assertTrue(row.stream().allMatch(t -> t >= 0 && t < wired.targets()), row.toString());
      assertTrue(multapses || new HashSet<>(row).size() == row.size(), row.toString());
      assertTrue(wired.autapses() || !row.contains(s), row.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void expectedCountsAreRight(Wired wired) {
    double sum = 0;
    for (long seed = 1; seed <= 40; seed++) {
      sum += wired.connectivity(seed, 1, SliceRule.STANDARD).synapses();
    }
    boolean drawn = wired.rule() instanceof ConnectionRule.Probability;
    assertEquals(wired.expected(), sum / 40, drawn ? 0.01 * wired.expected() : 0);
  }

  @Test
  void fixedDegreesAreExact() {
    Wired.between(50, 80, new ConnectionRule.OutDegree(11, false))
        .rows(1)
        .forEach(row -> assertEquals(11, row.size()));
    List<List<Integer>> rows = Wired.own(50, false, new ConnectionRule.InDegree(13, false)).rows(1);
    for (int target = 0; target < 50; target++) {
      Integer boxed = target;
      assertEquals(13, rows.stream().filter(row -> row.contains(boxed)).count());
    }
  }

  @Test
  void givenPairsAreTheSynapses() {
    ConnectionRule pairs =
        new ConnectionRule.Pairs(new int[] {4, 0, 4, 4, 0}, new int[] {8, 3, 1, 8, 0});
    assertEquals(
        List.of(List.of(0, 3), List.of(), List.of(), List.of(), List.of(1, 8, 8)),
        Wired.between(5, 9, pairs).rows(1));
  }

  @Test
  void conditionsAreAsked() {
    List<List<Integer>> rows =
        Wired.between(9, 9, new ConnectionRule.Where((s, t) -> t == 8 - s)).rows(1);
    assertEquals(IntStream.range(0, 9).mapToObj(s -> List.of(8 - s)).toList(), rows);
  }

  @Test
  void seedsDiffer() {
    Wired wired = Wired.between(50, 80, new ConnectionRule.OutDegree(11, false));
    assertNotEquals(wired.rows(1), wired.rows(2));
  }

  static Stream<Wired> drawn() {
    return Stream.of(
        Wired.own(20, true, new ConnectionRule.Probability(0.3)),
        Wired.own(20, false, new ConnectionRule.Probability(0.3)),
        Wired.own(20, false, new ConnectionRule.OutDegree(6, false)),
        Wired.own(20, false, new ConnectionRule.OutDegree(14, false)),
        Wired.own(20, false, new ConnectionRule.OutDegree(30, true)),
        Wired.between(20, 20, new ConnectionRule.InDegree(6, false)),
        Wired.own(20, false, new ConnectionRule.InDegree(25, true)),
        Wired.own(20, false, new ConnectionRule.Total(90, false)),
        Wired.between(20, 20, new ConnectionRule.Total(300, false)),
        Wired.own(20, false, new ConnectionRule.Total(450, true)));
  }

  /// Chi-square over the pairs, summed over many seeds; correlations between pairs of one draw make it smaller than its
  /// distribution says or, for multapses, equal to it. One in 10^6 fails by chance; the seeds are fixed.
  @ParameterizedTest
  @MethodSource("drawn")
  void pairsAreUniform(Wired wired) {
    int seeds = 300;
    int n = wired.sources();
    double[][] counts = new double[n][n];
    double total = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      List<List<Integer>> rows = wired.rows(seed);
      for (int s = 0; s < n; s++) {
        for (int t : rows.get(s)) {
          counts[s][t]++;
          total++;
        }
      }
    }
    int pairs = wired.autapses() ? n * n : n * (n - 1);
    double mean = total / pairs;
    double chi = 0;
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        if (wired.autapses() || s != t) {
          chi += (counts[s][t] - mean) * (counts[s][t] - mean) / mean;
        }
      }
    }
    assertTrue(
        chi < new ChiSquaredDistribution(pairs - 1).inverseCumulativeProbability(1 - 1e-6),
        chi + "");
    // a draw without replacement spreads by 1 - density; far less would mean that pairs avoid each
    // other
    double density = Math.min(0.9, mean / seeds);
    assertTrue(chi > 0.6 * (1 - density) * pairs, chi + " of " + pairs);
  }
}

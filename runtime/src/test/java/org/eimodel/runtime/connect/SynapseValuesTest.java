package org.eimodel.runtime.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.plan.SynapseValues.Distribution;
import org.eimodel.compiler.plan.SynapseValues.Outside;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;
import org.eimodel.runtime.layout.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Weights and delays are those that the plan's counters say, whatever the slices and threads.
class SynapseValuesTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static SynapseValues drawn(
      Distribution distribution, double first, double second, SynapseValues.Bound... bound) {
    return new SynapseValues.Drawn(
        distribution, first, second, Stream.of(bound).findFirst(), "AB." + distribution);
  }

  private static SynapseValues.Bound bound(Outside kind, double low, double high) {
    return new SynapseValues.Bound(kind, low, high);
  }

  static Stream<SynapseValues> values() {
    return Stream.of(
        new SynapseValues.Uniform(1.26),
        new SynapseValues.ByPair((source, target) -> 0.01 * (source + 3 * target)),
        drawn(Distribution.NORMAL, 1.5, 0.75),
        drawn(Distribution.NORMAL, 1.5, 0.75, bound(Outside.REDRAW, 0.1, INFINITE)),
        drawn(Distribution.NORMAL, 1.5, 0.75, bound(Outside.REDRAW, -INFINITE, 1.1)),
        drawn(Distribution.NORMAL, 0.7, 0.75, bound(Outside.REDRAW, Double.MIN_VALUE, INFINITE)),
        drawn(Distribution.NORMAL, -0.7, 0.75, bound(Outside.REDRAW, -INFINITE, -Double.MIN_VALUE)),
        drawn(Distribution.NORMAL, 1.5, 0.75, bound(Outside.REDRAW, 1, 2.5)),
        drawn(Distribution.NORMAL, 1.5, 0.75, bound(Outside.CLIP, 1, 1.7)),
        drawn(Distribution.UNIFORM, 0.3, 2.9),
        drawn(Distribution.UNIFORM, 2.9, 0.3, bound(Outside.REDRAW, 0.8, INFINITE)),
        drawn(Distribution.EXPONENTIAL, 2.1, 0),
        drawn(Distribution.EXPONENTIAL, 2.1, 0, bound(Outside.REDRAW, 0.4, 3)),
        drawn(Distribution.EXPONENTIAL, 70, 0),
        drawn(Distribution.LOGNORMAL, 1.2, 0.8, bound(Outside.CLIP, 0.2, 3)));
  }

  static Stream<ConnectionRule> rules() {
    return Stream.of(
        new ConnectionRule.Probability(0.4),
        new ConnectionRule.OutDegree(35, true),
        new ConnectionRule.InDegree(9, false),
        new ConnectionRule.InDegree(40, true),
        new ConnectionRule.Total(1500, true));
  }

  static Stream<Wired> wired() {
    return values()
        .flatMap(values ->
            rules().map(rule -> Wired.own(60, false, rule).weighing(values).lasting(values)));
  }

  /// In the order of the row, as the counters of the plan number it: no delay has moved anything yet.
  private static List<List<Wired.Synapse>> expected(Wired wired, long seed) {
    List<List<Integer>> rows =
        Wired.own(wired.sources(), wired.autapses(), wired.rule()).rows(seed);
    boolean byColumn = wired.rule() instanceof ConnectionRule.InDegree;
    SynapseValues values = wired.weights().orElseThrow();
    List<List<Wired.Synapse>> all = new ArrayList<>();
    Map<Integer, Integer> inColumn = new HashMap<>();
    for (int s = 0; s < rows.size(); s++) {
      List<Wired.Synapse> row = new ArrayList<>();
      for (int j = 0; j < rows.get(s).size(); j++) {
        int target = rows.get(s).get(j);
        int number = byColumn ? inColumn.merge(target, 1, Integer::sum) - 1 : j;
        double value = value(values, seed, byColumn ? target : s, number, s, target);
        int delay = (int) Math.max(0, Math.rint(value / 0.1));
        row.add(new Wired.Synapse(target, value, delay));
      }
      all.add(row);
    }
    return all;
  }

  private static double value(
      SynapseValues values, long seed, int element, int number, int source, int target) {
    return switch (values) {
      case SynapseValues.Uniform(double value) -> value;
      case SynapseValues.ByPair(var pair) -> pair.of(source, target);
      case SynapseValues.Listed _ -> throw new AssertionError();
      case SynapseValues.Drawn drawn -> {
        RandomStream stream = new RandomStream(StreamKey.of(seed, drawn.stream()));
        for (int attempt = 0; ; attempt++) {
          long word = stream.seek(element, attempt, number).nextInt() & 0xFFFFFFFFL;
          double value = quantile(drawn, (2 * word + 1) * 0x1p-33);
          Optional<SynapseValues.Bound> bound = drawn.bound();
          if (bound.isPresent() && bound.get().outside() == Outside.CLIP) {
            yield Math.min(Math.max(value, bound.get().low()), bound.get().high());
          }
          if (bound.isEmpty() || value >= bound.get().low() && value <= bound.get().high()) {
            yield value;
          }
        }
      }
    };
  }

  private static double quantile(SynapseValues.Drawn drawn, double u) {
    double first = drawn.first();
    double second = drawn.second();
    return switch (drawn.distribution()) {
      case NORMAL -> Math.fma(second, DoubleFunctions.normalQuantile(u), first);
      case UNIFORM -> Math.fma(second - first, u, first);
      case EXPONENTIAL -> -first * DoubleFunctions.log(u);
      case LOGNORMAL -> {
        double variance = DoubleFunctions.log1p(second / first * (second / first));
        double normal = DoubleFunctions.normalQuantile(u);
        yield first * DoubleFunctions.exp(Math.fma(Math.sqrt(variance), normal, -variance / 2));
      }
    };
  }

  @ParameterizedTest
  @MethodSource("wired")
  void rowsDrawnAnewHaveTheSameNumbers(Wired wired) {
    if (!(wired.rule() instanceof ConnectionRule.InDegree)) {
      List<List<Wired.Synapse>> expected = expected(wired, 5);
      for (int aim : new int[] {64, 13}) {
        assertEquals(expected, wired.anew().synapses(5, 1, SliceRule.of(aim)), "slices of " + aim);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wired")
  void everySynapseHasItsNumbersAndRowsAreSortedByDelay(Wired wired) {
    List<List<Wired.Synapse>> expected = expected(wired, 5);
    for (List<Wired.Synapse> row : expected) {
      row.sort(Comparator.comparing(Wired.Synapse::delay));
    }
    assertEquals(expected, wired.synapses(5, 1, SliceRule.STANDARD));
  }

  @ParameterizedTest
  @MethodSource("wired")
  void inSinglePrecisionTheyAreTheSameNumbersRounded(Wired wired) {
    for (int aim : new int[] {64, 13}) {
      SliceRule slices = SliceRule.of(aim);
      List<List<Wired.Synapse>> expected =
          wired.synapses(7, 1, slices).stream()
              .map(row -> row.stream().map(SynapseValuesTest::rounded).toList())
              .toList();
      assertEquals(expected, wired.synapses(7, 2, slices, Precision.SINGLE));
    }
  }

  private static Wired.Synapse rounded(Wired.Synapse synapse) {
    return new Wired.Synapse(synapse.target(), (float) synapse.weight(), synapse.delay());
  }

  @ParameterizedTest
  @MethodSource("wired")
  void slicesAndThreadsChangeNothing(Wired wired) {
    List<List<Wired.Synapse>> expected = expected(wired, 6);
    for (int aim : new int[] {1, 7, 17}) {
      List<List<Wired.Synapse>> stored = wired.synapses(6, 1 + aim % 3, SliceRule.of(aim));
      for (int s = 0; s < 60; s++) {
        // The stable order by target undoes the order by delay, but for equal targets.
        List<Wired.Synapse> row = new ArrayList<>(stored.get(s));
        row.sort(Comparator.comparing(Wired.Synapse::target));
        List<Wired.Synapse> also = new ArrayList<>(expected.get(s));
        also.sort(Comparator.comparing(Wired.Synapse::delay));
        also.sort(Comparator.comparing(Wired.Synapse::target));
        assertEquals(also, row);
      }
    }
  }

  @Test
  void listedNumbersStayWithTheirPairs() {
    Wired wired =
        Wired.own(
                5,
                false,
                new ConnectionRule.Pairs(new int[] {4, 0, 2, 4, 4, 0}, new int[] {4, 3, 2, 1, 4, 0}))
            .weighing(new SynapseValues.Listed(new double[] {10, 20, 30, 40, 50, 60}))
            .lasting(new SynapseValues.Listed(new double[] {1, 2, 3, 4, 5, 6}));
    assertEquals(
        List.of(
            List.of(new Wired.Synapse(3, 20, 20)),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Wired.Synapse(1, 40, 40))),
        wired.synapses(1, 1, SliceRule.STANDARD));
  }

  @Test
  void pairsThatComeTwiceKeepTheirOrder() {
    Wired wired =
        Wired.between(
                2, 9, new ConnectionRule.Pairs(new int[] {1, 1, 1, 1}, new int[] {8, 2, 8, 2}))
            .weighing(new SynapseValues.Listed(new double[] {1, 2, 3, 4}));
    assertEquals(
        List.of(
            new Wired.Synapse(2, 2, 0),
            new Wired.Synapse(2, 4, 0),
            new Wired.Synapse(8, 1, 0),
            new Wired.Synapse(8, 3, 0)),
        wired.synapses(1, 1, SliceRule.STANDARD).get(1));
  }

  /// The whole table of a distribution against the function that it stands for, at words that are spread and at all ends.
  @Test
  void theTableOfDelaysIsTheFunction() {
    values()
        .filter(SynapseValues.Drawn.class::isInstance)
        .map(SynapseValues.Drawn.class::cast)
        .forEach(drawn -> {
          Distributed distributed = new Distributed(drawn);
          DelayTable table = new DelayTable(distributed, 0.1);
          long seen = 0;
          for (long word = 0; word < 1L << 32; word += 12_347) {
            seen += check(distributed, table, (int) word);
          }
          for (int word = -2000; word <= 2000; word++) {
            check(distributed, table, word);
            check(distributed, table, word + Integer.MIN_VALUE);
          }
          assertTrue(seen > 1000);
          double sum = 0;
          for (double share : table.probabilities()) {
            sum += share;
          }
          assertEquals(1, sum, 1e-9);
        });
  }

  private static int check(Distributed distributed, DelayTable table, int word) {
    double value = distributed.unbounded(word);
    boolean accepted = distributed.side(value) == 0;
    int expected = accepted ? RowDelays.steps(distributed.clipped(value), 0.1) : -1;
    assertEquals(expected, table.steps(word), () -> "word " + word);
    return accepted ? 1 : 0;
  }

  @Test
  void boundsThatExcludeEverythingAreRefused() {
    Wired wired =
        Wired.own(4, true, new ConnectionRule.All())
            .weighing(
                drawn(Distribution.UNIFORM, 0, 1, bound(Outside.REDRAW, 2, INFINITE)));
    assertThrows(
        IllegalArgumentException.class, () -> wired.synapses(1, 1, SliceRule.STANDARD));
  }
}

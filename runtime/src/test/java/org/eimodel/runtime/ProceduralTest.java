package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.connect.Pathway;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.memory.Estimator;
import org.eimodel.syntax.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Procedural projections give the bits of stored ones, and store nothing.
class ProceduralTest {
  private static final String NEURONS =
      Networks.BALANCED.substring(0, Networks.BALANCED.indexOf("projection EE"));

  private static final String INPUT =
      """
      drive E.current, I.current with 11.5 mV
      run 60 ms with dt = 0.1 ms, seed = 3
      """;

  /// What a run leaves behind.
  private record Trace(long spikes, long spikeHash, long stateHash) {}

  private static Trace run(NetworkPlan plan, Precision precision, int threads, int slice) {
    try (Engine engine =
        Engine.build(
            plan,
            new CompiledKernels(precision),
            EngineOptions.threads(threads).sliced(SliceRule.of(slice)))) {
      engine.step(plan.steps());
      return new Trace(engine.spikeCount(), engine.spikeHash(), engine.stateHash());
    }
  }

  private static Trace run(NetworkPlan plan, int threads, int slice) {
    return run(plan, Precision.DOUBLE, threads, slice);
  }

  /// @param body of every projection, `%s` where the option goes
  private static NetworkPlan plan(String body, String option) {
    String text =
        NEURONS
            + """
            projection EE[a in area]: E[a] -> E[a] using Exponential { %s; w = 0.4 mV }
            projection EI[a in area]: E[a] -> I[a] using Exponential { connect outdegree(12); w = 0.6 mV; delay = 0.3 ms }
            projection IE[a in area]: I[a] -> E[a] using Exponential(tau = 10 ms) { connect indegree(9); w = -2 mV }
            projection far[to in area, from in area where to != from]: E[from] -> E[to] using Exponential {
              %s
              w = 0.3 mV
              delay = 4 ms
            }
            """
                .formatted(body, body)
            + INPUT;
    return Networks.plan(text.replace("OPTION", option));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect allOPTION",
        "connect all, no autapsesOPTION",
        "connect one_to_oneOPTION",
        "connect probability(0.1)OPTION",
        "connect probability(0.8), no autapsesOPTION",
        "connect outdegree(9)OPTION",
        "connect outdegree(300), no autapsesOPTION",
        "connect outdegree(15), multapsesOPTION",
        "connect total(4000)OPTION",
        "connect total(4000), multapses, no autapsesOPTION",
        "connect where(abs(source.i - target.i) <= 4)OPTION"
      })
  void everyRuleOnAnyNumberOfThreads(String rule) {
    NetworkPlan stored = plan(rule, "");
    NetworkPlan procedural = plan(rule, ", procedural");
    Trace expected = run(stored, 1, 24_576);
    assertTrue(expected.spikes > 100, expected.toString());
    assertEquals(expected, run(procedural, 1, 24_576));
    for (int threads : new int[] {1, 2, 3, 8}) {
      assertEquals(expected, run(procedural, threads, 50), threads + " threads");
    }
  }

  static Stream<String> ownNumbers() {
    return Stream.of(
        "w ~ normal(0.4 mV, sd = 0.2 mV)",
        "w ~ lognormal(0.4 mV, sd = 0.2 mV); delay = 1 ms",
        "w = 0.4 mV; delay ~ normal(1.5 ms, sd = 0.75 ms) redraw below 0.1 ms",
        "w = 0.4 mV; delay ~ exponential(2 ms) clip 0.1 ms .. 20 ms",
        "w ~ normal(0.4 mV, sd = 0.1 mV) redraw below 0 mV; delay ~ uniform(0.1 ms, 12 ms)",
        "w = 0.4 mV * cos(source.i - target.i); delay = 0.1 ms * (1 + source.i)");
  }

  /// EE shares its target states with stored projections, some of delays of their own: arrivals keep their order.
  private static NetworkPlan own(String numbers, String option) {
    String text =
        NEURONS
            + """
            projection EE[a in area]: E[a] -> E[a] using Exponential { connect outdegree(20)%s; %s }
            projection more[a in area]: E[a] -> E[a] using Exponential { connect outdegree(5)%s; w = 0.3 mV }
            projection again[a in area]: E[a] -> E[a] using Exponential { connect outdegree(5); w = 0.2 mV }
            projection far[to in area, from in area where to != from]: E[from] -> E[to] using Exponential {
              connect outdegree(5)%s
              w = 0.3 mV
              delay = 4 ms
            }
            projection IE[a in area]: I[a] -> E[a] using Exponential { connect outdegree(9)%s; w = -0.8 mV; delay = 4 ms }
            """
                .formatted(option, numbers, option, option, option)
            + INPUT;
    return Networks.plan(text);
  }

  @ParameterizedTest
  @MethodSource("ownNumbers")
  void weightsAndDelaysOfTheirOwn(String numbers) {
    for (Precision precision : Precision.values()) {
      Trace expected = run(own(numbers, ""), precision, 1, 24_576);
      assertTrue(expected.spikes > 100, expected.toString());
      NetworkPlan procedural = own(numbers, ", procedural");
      for (int threads : new int[] {1, 2, 3, 8}) {
        assertEquals(expected, run(procedural, precision, threads, 80), threads + " threads");
      }
      assertEquals(expected, run(procedural, precision, 1, 24_576));
    }
  }

  @Test
  void tractsWhoseSpikesGoByTurns() {
    String text =
        NEURONS
            + """
            projection EE[a in area]: E[a] -> E[a] using Exponential { connect outdegree(20)A; w = 0.4 mV }
            projection more[a in area]: E[a] -> E[a] using Exponential { connect probability(0.05)B; w = 0.37 mV }
            """
            + INPUT;
    Trace expected = run(Networks.plan(text.replaceAll("(\\))[AB];", "$1;")), 1, 24_576);
    for (String[] which : List.of(
        new String[] {", procedural", ""},
        new String[] {"", ", procedural"},
        new String[] {", procedural", ", procedural"})) {
      NetworkPlan plan =
          Networks.plan(text.replace(")A;", ")" + which[0] + ";").replace(")B;", ")" + which[1] + ";"));
      for (int slice : new int[] {24_576, 100, 33}) {
        assertEquals(expected, run(plan, 2, slice), which[0] + "|" + which[1]);
      }
    }
  }

  @Test
  void nothingIsStored() {
    String rule = "connect probability(0.1)OPTION";
    NetworkPlan stored = plan(rule, "");
    NetworkPlan procedural = plan(rule, ", procedural");
    try (Engine one = Networks.engine(stored);
        Engine other = Networks.engine(procedural)) {
      assertEquals(one.connectivity().synapses(), other.connectivity().synapses());
      List<Pathway> drawn =
          other.connectivity().pathways().stream().filter(Pathway.Drawn.class::isInstance).toList();
      assertTrue(drawn.stream().mapToLong(Pathway::synapses).sum() > 30_000);
      assertEquals(0, drawn.stream().mapToLong(Pathway::bytes).sum());
      assertNotEquals(one.connectivity().bytes(), other.connectivity().bytes());
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theEstimateCountsNoBytes(Precision precision) {
    NetworkPlan plan = plan("connect outdegree(200)OPTION", ", procedural");
    var estimates = Estimator.estimate(plan, precision).projections();
    for (int j = 0; j < plan.projections().size(); j++) {
      boolean procedural = plan.projections().get(j).procedural();
      assertEquals(procedural, estimates.get(j).bytes() == 0, plan.projections().get(j).name());
      assertTrue(estimates.get(j).expected() > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aWrongNumberIsAnErrorOfTheStepThatDrawsIt(int threads) {
    String text =
        Networks.RELAY
            + """
            population A = 40 of Relay
            population B = 30 of Relay
            projection AB: A -> B using Count { connect all, procedural; w = 1 mV / (source.i - 7) }
            drive A[3 until 4].go with pulse(2 mV, from = 1 ms, until = 2 ms)
            drive A[7 until 8].go with pulse(2 mV, from = 5 ms, until = 6 ms)
            run 10 ms with dt = 1 ms
            """;
    try (Engine engine = Networks.engine(Networks.plan(text), threads, SliceRule.of(20))) {
      engine.step(5);
      assertEquals(1, engine.spikeCount());
      ModelException wrong = assertThrows(ModelException.class, () -> engine.step(1));
      assertTrue(wrong.getMessage().contains("1 mV / (source.i - 7)"), wrong.getMessage());
      assertThrows(IllegalStateException.class, () -> engine.step(1));
    }
  }
}

package org.eimodel.compiler.instantiate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.Models;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.plan.SynapseValues.Bound;
import org.eimodel.compiler.plan.SynapseValues.Distribution;
import org.eimodel.compiler.plan.SynapseValues.Outside;
import org.eimodel.syntax.ModelException;
import org.eimodel.syntax.SourceText;
import org.junit.jupiter.api.Test;

/// Weights and delays of their own, and procedural projections: from text to plan.
class OwnSynapsesTest {
  private static final String MODEL =
      """
      index area = ["V1", "V2"]
      param gain = 2
      neuron N {
        param tau = 10 ms, theta = 0
        state v = -60 mV
        v' = (-60 mV - v) / tau
      }
      synapse S {
        target { v : mV }
        weight w : mV
        on arrival { target.v += w }
      }
      population A[a in area] = 20 of N {
        let place = 0.1 * i
        theta = 2 * pi * i / size
      }
      projection x[to in area, from in area where to != from]: A[from] -> A[to] using S() {
        %s
      }
      run 10 ms with dt = 0.1 ms, seed = 7
      """;

  private static ProjectionPlan plan(String body, Settings settings) {
    return Models.instantiate(MODEL.formatted(body), settings).plan().projections().getFirst();
  }

  private static ProjectionPlan plan(String body) {
    return plan(body, Settings.NONE);
  }

  @Test
  void drawnWeightsHaveAStreamOfTheirOwn() {
    ProjectionPlan plan =
        plan("connect all; w ~ normal(-0.1 mV, sd = 0.02 mV * gain) redraw across 0 mV");
    Bound belowZero = new Bound(Outside.REDRAW, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE);
    assertEquals(
        Optional.of(
            new SynapseValues.Drawn(
                Distribution.NORMAL, -0.1, 0.04, Optional.of(belowZero), "x[V1, V2].w")),
        plan.weights());
    assertEquals("x[V1, V2]", plan.stream());
  }

  @Test
  void boundsAreClosedRanges() {
    assertEquals(
        new Bound(Outside.REDRAW, 0.5, Double.POSITIVE_INFINITY), bound("redraw below 0.5 mV"));
    assertEquals(
        new Bound(Outside.REDRAW, Double.NEGATIVE_INFINITY, 1.5), bound("redraw above 1.5 mV"));
    assertEquals(
        new Bound(Outside.REDRAW, Double.MIN_VALUE, Double.POSITIVE_INFINITY),
        bound("redraw across 0 mV"));
    assertEquals(new Bound(Outside.REDRAW, 0.5, 1.5), bound("redraw outside 0.5 mV .. 1.5 mV"));
    assertEquals(new Bound(Outside.CLIP, 0.5, 1.5), bound("clip 0.5 mV .. 1.5 mV"));
  }

  private static Bound bound(String text) {
    SynapseValues weights =
        plan("connect all; w ~ normal(1 mV, sd = 1 mV) " + text).weights().orElseThrow();
    return ((SynapseValues.Drawn) weights).bound().orElseThrow();
  }

  @Test
  void drawnDelaysAreInMilliseconds() {
    ProjectionPlan plan = plan("connect all; w = 1 mV; delay ~ uniform(0.001 s, 3 ms)");
    assertEquals(
        new Delays.Each(
            new SynapseValues.Drawn(
                Distribution.UNIFORM, 1, 3, Optional.empty(), "x[V1, V2].delay")),
        plan.delays());
    assertEquals(Optional.empty(), plan.weights());
  }

  /// A distribution of width nothing at 0 ms says "in the next step", like the delay `0 ms`.
  @Test
  void aDelayDrawnAsNothingIsNone() {
    assertTrue(
        plan("connect all; w = 1 mV; delay ~ uniform(0 ms, 0 ms)").delays() instanceof Delays.Each);
  }

  @Test
  void weightsByPairKnowBothNeurons() {
    ProjectionPlan plan =
        plan(
            """
            connect all
            let near = cos(source.theta - target.theta)
            w = gain * 1 mV * near / source.size + 0.001 mV * target.i + 1 mV * source.place
            """);
    SynapseValues.PairValue value = ((SynapseValues.ByPair) plan.weights().orElseThrow()).value();
    double expected = 2 * Math.cos(2 * Math.PI * (3 - 11) / 20) / 20 + 0.001 * 11 + 0.3;
    assertEquals(expected, value.of(3, 11), 1e-15);
  }

  @Test
  void sizesAloneAreOneWeight() {
    ProjectionPlan plan = plan("connect all; w = 1 mV / source.size");
    assertEquals(Optional.empty(), plan.weights());
    assertArrayEquals(new double[] {0.05}, plan.arrivalScalars());
  }

  @Test
  void aConditionKnowsParametersOfBothNeurons() {
    ProjectionPlan plan =
        plan("connect where source.place < target.place and target.tau > 5 ms; w = 1 mV");
    ConnectionRule.PairCondition condition = ((ConnectionRule.Where) plan.rule()).condition();
    assertTrue(condition.connects(3, 4) && !condition.connects(4, 4));
  }

  /// Which pair has a wrong number is known when it comes up; nothing is computed for every pair before.
  @Test
  void wrongNumbersOfPairsAreDiagnosticsWhenTheyComeUp() {
    ProjectionPlan plan =
        plan("connect all; w = 1 mV / source.i; delay = 0.02 ms * source.i - 0.02 ms * target.i");
    SynapseValues.PairValue weight = ((SynapseValues.ByPair) plan.weights().orElseThrow()).value();
    assertEquals(0.5, weight.of(2, 0));
    assertThrows(ModelException.class, () -> weight.of(0, 0));
    SynapseValues.PairValue delay =
        ((SynapseValues.ByPair) ((Delays.Each) plan.delays()).milliseconds()).value();
    assertEquals(0, delay.of(2, 2));
    assertEquals(0.1, delay.of(5, 0), 1e-15);
    ModelException short1 = assertThrows(ModelException.class, () -> delay.of(1, 0));
    assertTrue(
        short1.getMessage().contains("x[V1, V2] from neuron 1 to neuron 0"), short1.getMessage());
    assertThrows(ModelException.class, () -> delay.of(0, 9));
  }

  @Test
  void aSettingReplacesWhatIsDrawn() {
    String body = "connect all; w ~ normal(1 mV, sd = 0.1 mV); delay ~ uniform(1 ms, 2 ms)";
    ProjectionPlan plan = plan(body, Models.set(Map.of("x.w", "0.25 mV", "x.delay", "1.5 ms")));
    assertEquals(Optional.of(new SynapseValues.Uniform(0.25)), plan.weights());
    assertEquals(new Delays.Same(15), plan.delays());
  }

  @Test
  void distributionsKnowSizesAndNames() {
    ProjectionPlan plan =
        plan(
            "connect all; let mean = 2 mV / source.size; w ~ normal(mean, sd = 0.1 * mean); delay ~ uniform(1 ms, 0.1 ms * target.size)");
    SynapseValues.Drawn weights = (SynapseValues.Drawn) plan.weights().orElseThrow();
    assertEquals(0.1, weights.first());
    assertEquals(0.01, weights.second(), 1e-17);
  }

  @Test
  void proceduralProjections() {
    assertTrue(plan("connect outdegree(3), multapses, procedural; w = 1 mV").procedural());
    assertTrue(!plan("connect outdegree(3); w = 1 mV").procedural());
  }

  @Test
  void columnsOfAFileAreInTheOrderOfItsPairs() {
    String file =
        """
        delay (ms),source,w (uV),target
        1.5,0,100,3
        0,2,-50,2
        2,2,75.5,1
        """;
    ProjectionPlan plan =
        listed("connect pairs(\"s.csv\"); w = column(\"w\"); delay = column(\"delay\")", file);
    assertArrayEquals(new int[] {0, 2, 2}, ((ConnectionRule.Pairs) plan.rule()).sources());
    assertArrayEquals(
        new double[] {0.1, -0.05, 0.0755},
        ((SynapseValues.Listed) plan.weights().orElseThrow()).values());
    assertArrayEquals(
        new double[] {1.5, 0, 2},
        ((SynapseValues.Listed) ((Delays.Each) plan.delays()).milliseconds()).values());
    ProjectionPlan others =
        listed(
            "connect pairs(\"s.csv\"), no autapses; w = column(\"w\"); delay = column(\"delay\")",
            file);
    assertArrayEquals(new int[] {3, 1}, ((ConnectionRule.Pairs) others.rule()).targets());
    assertArrayEquals(
        new double[] {0.1, 0.0755},
        ((SynapseValues.Listed) others.weights().orElseThrow()).values());
  }

  private static ProjectionPlan listed(String body, String file) {
    String text = MODEL.formatted(body).replace("to != from", "to == from");
    DataFolder folder =
        DataFolder.ofResources(
            "memory", name -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    NetworkPlan plan =
        Compiler.compile(new SourceText("test.eimodel", text), folder)
            .then(model -> Instantiation.instantiate(model, Settings.NONE))
            .orThrow()
            .plan();
    return plan.projections().getFirst();
  }
}

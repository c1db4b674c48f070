package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Spikes arrive when they are due, and in the order that the language defines.
class DeliveryTest {
  private static double[] got(Engine engine, int population) {
    return state(engine, population, "got");
  }

  private static double[] state(Engine engine, int population, String name) {
    int group = engine.plan().populations().get(population).group();
    int position = engine.plan().groups().get(group).stateNames().get(name).position();
    double[] array = (double[]) engine.arrays(population)[position];
    double[] values = new double[engine.plan().populations().get(population).size()];
    System.arraycopy(array, engine.first(population), values, 0, values.length);
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 150})
  void aSpikeOfStepNWithADelayOfDStepsArrivesInStepNPlusOnePlusD(int delay) {
    NetworkPlan plan =
        Networks.plan(
            Networks.RELAY
                + """
                population A = 3 of Relay
                population B = 2 of Relay
                projection AB: A -> B using Count { connect all; w = 1 mV; delay = %d ms }
                drive A[1 until 2].go with pulse(2 mV, from = 5 ms, until = 6 ms)
                run 400 ms with dt = 1 ms
                """
                    .formatted(delay));
    try (Engine engine = Networks.engine(plan, 2, SliceRule.of(2))) {
      int spike = 5;
      engine.step(spike + 1 + delay);
      assertArrayEquals(new double[] {0, 0}, got(engine, 1));
      assertEquals(1, engine.spikeCount());
      engine.step(1);
      assertArrayEquals(new double[] {1, 1}, got(engine, 1));
      engine.step(300);
      assertArrayEquals(new double[] {1, 1}, got(engine, 1));
    }
  }

  /// Sources fire, and no row has a target in any of the slices.
  @ParameterizedTest
  @ValueSource(strings = {"connect probability(1e-9)", "connect probability(1e-9), procedural"})
  void aProjectionMayHaveNoSynapse(String rule) {
    NetworkPlan plan =
        Networks.plan(
            Networks.RELAY
                + """
                population A = 6 of Relay
                projection AA: A -> A using Count { %s; w = 1 mV }
                drive A.go with pulse(2 mV, from = 1 ms, until = 4 ms)
                run 9 ms with dt = 1 ms
                """
                    .formatted(rule));
    try (Engine engine = Networks.engine(plan, 2, SliceRule.of(2))) {
      engine.step(plan.steps());
      assertEquals(6 * 3, engine.spikeCount());
      assertArrayEquals(new double[6], got(engine, 0));
    }
  }

  @Test
  void arrivalsFollowSendStepThenSourceThenProjection() {
    // Each arrival appends a digit: the number at the target is the order in which they came.
    NetworkPlan plan =
        Networks.plan(
            """
            neuron Relay {
              input go : 1
              state seen = 0
              spike when go > 0.5 { }
            }
            synapse Digit {
              target { seen : 1 }
              weight w : 1
              on arrival { target.seen = 10 * target.seen + w }
            }
            population Late = 1 of Relay
            population B = 1 of Relay
            population A = 2 of Relay
            projection second: A -> B using Digit { connect all; w = 4; delay = 2 ms }
            projection third: A -> B using Digit { connect all; w = 5; delay = 2 ms }
            projection late: Late -> B using Digit { connect all; w = 7; delay = 2 ms }
            projection early: A -> B using Digit { connect all; w = 1; delay = 6 ms }
            drive A.go, Late.go with pulse(1, from = 5 ms, until = 6 ms)
            drive A[0 until 1].go with pulse(1, from = 1 ms, until = 2 ms)
            run 400 ms with dt = 1 ms
            """);
    try (Engine engine = Networks.engine(plan, 3, SliceRule.of(1))) {
      // spikes of step 1 (A0) and step 5 (Late, A0, A1); due at step 8 are `early` of step 1 and
      // the others of step 5
      engine.step(8);
      assertArrayEquals(new double[] {45}, state(engine, 1, "seen"));
      engine.step(1);
      assertArrayEquals(new double[] {45_1_7_45_45}, state(engine, 1, "seen"));
    }
  }

  @Test
  void aSilentNetworkDeliversNothing() {
    NetworkPlan plan =
        Networks.plan(
            Networks.RELAY
                + """
                population A = 40 of Relay
                projection AA: A -> A using Count { connect all; w = 1 mV; delay = 3 ms }
                run 10 ms with dt = 1 ms
                """);
    try (Engine engine = Networks.engine(plan)) {
      engine.step(10_000);
      assertEquals(0, engine.spikeCount());
      assertArrayEquals(new double[40], got(engine, 0));
    }
  }

  @Test
  void everyNeuronMayFireInEveryStep() {
    NetworkPlan plan =
        Networks.plan(
            Networks.RELAY
                + """
                population A = 100 of Relay
                projection AA: A -> A using Count { connect all, no autapses; w = 1 mV; delay = 9 ms }
                drive A.go with 3 mV
                run 10 ms with dt = 1 ms
                """);
    try (Engine engine = Networks.engine(plan, 2, SliceRule.of(30))) {
      engine.step(1000);
      assertEquals(100_000, engine.spikeCount());
      assertEquals(99.0 * (1000 - 10), got(engine, 0)[17]);
    }
  }
}

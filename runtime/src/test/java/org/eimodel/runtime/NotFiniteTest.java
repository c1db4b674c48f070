package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eimodel.NotFiniteException;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotFiniteTest {
  /// x doubles in every step; the neuron that starts highest is the first to pass the largest number.
  private static final NetworkPlan PLAN =
      Networks.plan(
          """
          neuron Growing {
            state calm = 1, x = 1
            x' = x / 1 ms
            integrate x with euler
          }
          index area = ["A", "B"]
          population P[a in area] = 10 of Growing { x = 1e290 * i^9 }
          run 100 ms with dt = 1 ms
          """);

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theFirstStateThatIsNotFiniteStopsTheRun(int threads) {
    try (Engine engine = Networks.engine(PLAN, threads, SliceRule.of(3))) {
      NotFiniteException stopped =
          assertThrows(NotFiniteException.class, () -> engine.step(PLAN.steps()));
      // 9^9 1e290 = 3.87e298, and the largest number is 1.80e308: 2^32 times is the last that fits
      double last = Math.scalb(1e290 * 387_420_489.0, 32);
      assertEquals("P[A]", stopped.population());
      assertEquals(9, stopped.neuron());
      assertEquals("x", stopped.state());
      assertEquals(33, stopped.time());
      assertEquals(last, stopped.lastFinite(), last * 1e-12);
      assertEquals(Double.POSITIVE_INFINITY, stopped.value());
      assertTrue(
          stopped
              .getMessage()
              .startsWith("x of neuron 9 of P[A] became infinite at 33 ms; its last"),
          stopped.getMessage());
      assertThrows(IllegalStateException.class, () -> engine.step(1));
    }
  }

  @Test
  void whatArrivesMayMakeAStateNotFinite() {
    NetworkPlan plan =
        Networks.plan(
            """
            neuron Firing {
              state s = 0 mV
              s' = -s / 10 ms
              spike when s >= 0 mV {}
            }
            synapse Huge {
              target { s : mV }
              weight w : mV
              on arrival { target.s += w }
            }
            population P = 3 of Firing
            projection PP: P -> P using Huge { connect all; w = 1e308 mV }
            run 5 ms with dt = 1 ms
            """);
    try (Engine engine = Networks.engine(plan, 1, SliceRule.of(3))) {
      NotFiniteException stopped =
          assertThrows(NotFiniteException.class, () -> engine.step(plan.steps()));
      assertEquals(
          "s of neuron 0 of P became NaN at 2 ms; what arrives there, or was set, made it so before this step",
          stopped.getMessage());
    }
  }

  /// `got` has no equation, and a weight makes it infinite.
  @Test
  void aStateThatOnlyArrivalsWriteIsLookedAtToo() {
    NetworkPlan plan =
        Networks.plan(
            Networks.RELAY
                + """
                population P = 3 of Relay
                projection PP: P -> P using Count { connect all; w = 1e308 mV }
                drive P[0 until 2].go with pulse(2 mV, from = 1 ms, until = 2 ms)
                run 9 ms with dt = 1 ms
                """);
    try (Engine engine = Networks.engine(plan, 1, SliceRule.of(3))) {
      NotFiniteException stopped =
          assertThrows(NotFiniteException.class, () -> engine.step(plan.steps()));
      assertEquals("got", stopped.state());
      assertEquals(3, stopped.time());
    }
  }

  /// Two slices need not wait for each other for four steps; one of them fails at the second of a round's eight.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void spikesAfterTheEndAreNotCounted(int threads) {
    NetworkPlan plan =
        Networks.plan(
            """
            neuron Firing {
              param grow = 0
              state x = 1, n = 0
              x' = grow * x / 1 ms
              integrate x with euler
              spike when x > 0 { n += 1 }
            }
            index area = ["A", "B"]
            population P[a in area] = 10 of Firing
            population Q = 10 of Firing(grow = 1e30)
            synapse Nothing { target { n : 1 }; weight w : 1; on arrival { target.n += w } }
            projection PQ[a in area]: P[a] -> Q using Nothing { connect all; w = 0; delay = 8 ms }
            projection QP[a in area]: Q -> P[a] using Nothing { connect all; w = 0; delay = 8 ms }
            projection PP: P["A"] -> P["B"] using Nothing { connect all; w = 0; delay = 8 ms }
            record rate of P every 3 ms
            run 100 ms with dt = 1 ms
            """);
    long[] count = new long[2];
    long[] hash = new long[2];
    for (int stride : new int[] {1, 50}) {
      try (Engine engine = Networks.engine(plan, threads, SliceRule.of(10))) {
        assertThrows(
            NotFiniteException.class,
            () -> {
              for (int done = 0; done < 100; done += stride) {
                engine.step(stride);
              }
            });
        assertEquals(10, engine.now());
        count[stride == 1 ? 0 : 1] = engine.spikeCount();
        hash[stride == 1 ? 0 : 1] = engine.spikeHash();
      }
    }
    assertEquals(300, count[0]);
    assertEquals(count[0], count[1]);
    assertEquals(hash[0], hash[1]);
  }
}

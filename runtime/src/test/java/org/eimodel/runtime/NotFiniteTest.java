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
}

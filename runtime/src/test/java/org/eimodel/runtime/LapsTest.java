package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eimodel.NotFiniteException;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.record.RateLog;
import org.eimodel.runtime.step.Laps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Slices that wait for each other only where spikes cross over.
class LapsTest {
  /// Without a state recorded, so that laps are as long as delays allow.
  private static NetworkPlan areas(String delay) {
    return Networks.plan(
        Networks.BALANCED
            .replaceAll("record v .*\n", "")
            .replace("delay = 4 ms", "delay " + delay));
  }

  /// The same with delays of their own, inside areas too.
  private static NetworkPlan everyDelay(String delay) {
    return Networks.plan(
        Networks.BALANCED
            .replaceAll("record v .*\n", "")
            .replaceAll("; delay = 0.3 ms|\n *delay = 4 ms", "")
            .replaceAll("w = (\\S+ mV)(;|\n| })", "w = $1; delay %s$2".formatted(delay)));
  }

  private static Laps laps(NetworkPlan plan, int aim) {
    return Laps.of(plan, Layout.of(plan, SliceRule.of(aim)));
  }

  @ParameterizedTest
  @CsvSource({
    "= 4 ms,   400,   8, 8",
    // a spike arrives 9 steps after it at the earliest
    "= 0.8 ms, 400,   4, 8",
    "= 0.1 ms, 400,   1, 8",
    "= 0 ms,   400,   1, 1",
    // an area is cut: its spikes arrive in the next step
    "= 4 ms,   100,   1, 1",
    // one slice waits for nobody
    "= 4 ms,   1000,  1, 1",
    // inside an area spikes arrive in the next step, and the two must keep an order
    "'~ uniform(1 ms, 2 ms)', 400, 1, 1"
  })
  void whatCrossesBetweenSlicesIsUnderWayForTwoLaps(String delay, int aim, int steps, int most) {
    assertEquals(new Laps(steps, most), laps(areas(delay), aim));
  }

  /// No spike is noted before the first of its synapses may be due.
  @ParameterizedTest
  @CsvSource({
    "~ uniform(0.81 ms; 2 ms), 4, 8",
    "~ normal(0.6 ms; sd = 1 ms) redraw below 0.1 ms, 1, 8",
    "~ normal(0.6 ms; sd = 1 ms) clip 0.36 ms .. 9 ms, 2, 8",
    "~ uniform(5 ms; 6 ms), 8, 8"
  })
  void delaysOfTheirOwnAllowLapsToo(String delay, int steps, int most) {
    NetworkPlan plan = everyDelay(delay.replace(';', ','));
    assertEquals(new Laps(steps, most), laps(plan, 100));
    List<Object> expected = written(plan, 1, 1000, 1);
    assertTrue(expected.size() > 100);
    assertEquals(expected, written(plan, 1, 100, 1_000_000));
    assertEquals(expected, written(plan, 2, 100, 13));
    assertEquals(expected, written(plan, 3, 100, 1_000_000));
  }

  /// Spikes, rates, and what others count.
  private static List<Object> written(NetworkPlan plan, int threads, int aim, int stride) {
    try (Engine engine = Networks.engine(plan, threads, SliceRule.of(aim))) {
      long left = plan.steps();
      while (left > 0) {
        left -= engine.step(Math.min(left, stride));
      }
      List<Object> written = new ArrayList<>();
      engine.records().spikes().orElseThrow().read((step, neurons, from, until) ->
          written.add(step + ": " + Arrays.toString(Arrays.copyOfRange(neurons, from, until))));
      for (RateLog rate : engine.records().rates()) {
        written.add(Arrays.deepToString(rate.counts(engine.now(), engine::fired)));
      }
      written.add(engine.stateHash());
      written.add(engine.spikeHash());
      return written;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "= 4 ms",
    "= 0.8 ms",
    "= 0.2 ms",
    "= 0.1 ms",
    "'~ uniform(0.3 ms, 5 ms)'"
  })
  void nothingThatIsWrittenTellsHowLongLapsWere(String delay) {
    NetworkPlan plan = areas(delay);
    List<Object> expected = written(plan, 1, 1000, 1);
    assertTrue(expected.size() > 100);
    for (int threads = 1; threads <= 3; threads++) {
      assertEquals(expected, written(plan, threads, 400, 1_000_000));
      assertEquals(expected, written(plan, threads, 400, 13));
      assertEquals(expected, written(plan, threads, 400, 1));
    }
  }

  @Test
  void aListenerHearsEveryStep() {
    NetworkPlan plan = areas("= 4 ms");
    List<Long> heard = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    try (Engine engine = Networks.engine(plan, 2, SliceRule.of(400))) {
      engine.onSpikes(List.of(0, 1, 2, 3), (step, _, _) -> heard.add(step));
      engine.step(plan.steps());
      engine.records().spikes().orElseThrow().read((step, _, _, _) -> {
        if (expected.isEmpty() || expected.getLast() != step) {
          expected.add(step);
        }
      });
    }
    assertEquals(expected, heard);
  }

  /// Others go on to the end of the round, when one has failed, and read the spikes of steps that it never made.
  @ParameterizedTest
  @CsvSource({"1", "2"})
  void aSliceThatFailsIsSilentToOthers(int threads) {
    for (int exponent = 190; exponent < 240; exponent += 3) {
      NetworkPlan plan = beating(exponent);
      try (Engine engine = Networks.engine(plan, threads, SliceRule.of(100))) {
        NotFiniteException failure =
            assertThrows(NotFiniteException.class, () -> engine.step(plan.steps()));
        assertEquals("A", failure.population());
      }
    }
  }

  /// Neurons that fire every three steps, until their x is too large.
  private static NetworkPlan beating(int exponent) {
    return Networks.plan(
        Networks.RELAY
            + """
            neuron Beating {
              state v = 0 mV, x = 1e%d
              v' = 1 mV / 1 ms
              x' = x / 1 ms
              integrate x with euler
              spike when v >= 3 mV { v = 0 mV }
            }
            population A = 100 of Beating
            population B = 100 of Relay
            projection P: A -> B using Count { connect one_to_one; w = 0.001 mV; delay = 16 ms }
            record spikes of B
            run 1000 ms with dt = 1 ms
            """
                .formatted(exponent));
  }

  /// The second slice fails in an earlier step than the first: x doubles in every step.
  @ParameterizedTest
  @CsvSource({"1", "2"})
  void theEarliestStepThatFailsEndsTheRun(int threads) {
    NetworkPlan plan =
        Networks.plan(
            """
            neuron Growing {
              param first = 1
              state x = first, beats = 0
              x' = x / 1 ms
              integrate x with euler
              spike when x > 0 { beats = 1 }
            }
            population Late = 4 of Growing { x = 1e300 }
            population Early = 4 of Growing { x = 1e301 }
            record spikes of Late, Early
            run 100 ms with dt = 1 ms
            """);
    assertEquals(new Laps(8, 8), laps(plan, 4));
    try (Engine engine = Networks.engine(plan, threads, SliceRule.of(4))) {
      engine.step(10);
      NotFiniteException failure =
          assertThrows(NotFiniteException.class, () -> engine.step(plan.steps()));
      // 2^24 is 1.68e7, and the largest number 1.80e308
      assertEquals("Early", failure.population());
      assertEquals(25, failure.time());
      assertEquals(8 * 24, engine.records().spikes().orElseThrow().size());
    }
  }
}

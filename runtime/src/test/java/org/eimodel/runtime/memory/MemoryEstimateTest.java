package org.eimodel.runtime.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.eimodel.InsufficientMemoryException;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.Networks;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.layout.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryEstimateTest {
  private static String model(String rule) {
    return """
    neuron N {
      input go : mV
      state v = 0 mV, u = 0 mV
      v' = -v / 10 ms
      spike when go + v > 1 mV { v = 0 mV }
    }
    synapse S { target { v : mV }; weight w : mV; on arrival { target.v += w } }
    population A = 5000 of N
    population B = 3000 of N
    projection AB: A -> B using S { connect %s; w = 1 mV; delay = 1 ms }
    projection BA: B -> A using S { connect %s; w = 1 mV; delay = 3 ms }
    run 10 ms with dt = 0.1 ms
    """
        .formatted(rule, rule);
  }

  private static Engine build(NetworkPlan plan, Precision precision, long heap) {
    return Engine.build(
        plan, new CompiledKernels(precision), new EngineOptions(1, SliceRule.STANDARD, heap, org.eimodel.Tier.SCALAR, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "probability(0.05)",
        "outdegree(50)",
        "indegree(70)",
        "total(100000), multapses",
        "total(100000)",
        "outdegree(2), multapses",
        "all"
      })
  void itIsWithinFivePercentOfTheArrays(String rule) {
    for (Precision precision : Precision.values()) {
      NetworkPlan plan = Networks.plan(model(rule));
      MemoryEstimate estimate = Estimator.estimate(plan, precision);
      try (Engine engine = build(plan, precision, Long.MAX_VALUE)) {
        double arrays = estimate.synapseBytes() + estimate.stateBytes() + estimate.ringBytes();
        assertEquals(engine.bytes(), arrays, 0.05 * engine.bytes());
        assertEquals(
            estimate.synapseBytes(),
            engine.connectivity().bytes(),
            0.05 * engine.connectivity().bytes());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void itIsWithinFivePercentOfTheHeapThatIsTaken(Precision precision) {
    NetworkPlan plan = Networks.plan(model("outdegree(1500)"));
    long before = used();
    try (Engine engine = build(plan, precision, Long.MAX_VALUE)) {
      long taken = used() - before;
      MemoryEstimate estimate = engine.estimate();
      double kept = estimate.total() - estimate.workBytes();
      assertTrue(kept > 20_000_000);
      assertEquals(taken, kept, 0.05 * taken);
    }
  }

  /// A row that is cut into slices or not, long or short; weights and delays of each synapse's own or not.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "60000; outdegree(200); w = 1 mV; delay = 1 ms",
        "60000; outdegree(2); w = 1 mV; delay = 1 ms",
        "60000; probability(0.001); w = 1 mV; delay = 1 ms",
        "60000; indegree(20); w ~ normal(1 mV, sd = 0.1 mV); delay = 1 ms",
        "5000; outdegree(100); w ~ normal(1 mV, sd = 0.1 mV); delay = 1 ms",
        "5000; total(400000), multapses; w = 1 mV; delay ~ normal(2 ms, sd = 1 ms) redraw below 0.1 ms",
        "60000; outdegree(100); w ~ normal(1 mV, sd = 0.1 mV); delay ~ uniform(1 ms, 9 ms)"
      })
  void everyFormOfRowsIsCounted(int size, String rule, String weight, String delay) {
    String text =
        """
        neuron N { input go : mV; state v = 0 mV; v' = (go - v) / 10 ms; spike when v > 1 mV { v = 0 mV } }
        synapse S { target { v : mV }; weight w : mV; on arrival { target.v += w } }
        population A = %d of N
        projection AA: A -> A using S { connect %s; %s; %s }
        run 10 ms with dt = 0.1 ms
        """
            .formatted(size, rule, weight, delay);
    NetworkPlan plan = Networks.plan(text);
    for (Precision precision : Precision.values()) {
      MemoryEstimate estimate = Estimator.estimate(plan, precision);
      try (Engine engine = build(plan, precision, Long.MAX_VALUE)) {
        long built = engine.connectivity().bytes();
        assertEquals(built, estimate.synapseBytes(), 0.05 * built);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 Hz", "10 kHz", "1 Hz * (1 + i)"})
  void poissonEventsAreCounted(String rate) {
    String without =
        """
        neuron N {
          input go : mV
          state v = 0 mV
          v' = (go - v) / 10 ms
          spike when v > 1 mV { v = 0 mV }
        }
        synapse S { target { v : mV }; weight w : mV; on arrival { target.v += w } }
        population A = 70000 of N
        run 10 ms with dt = 0.1 ms
        """;
    String drive = "drive noise: A using S() { poisson(rate = %s); w = 0.1 mV }\n".formatted(rate);
    NetworkPlan quiet = Networks.plan(without);
    NetworkPlan noisy = Networks.plan(without + drive);
    long before = used();
    try (Engine first = build(quiet, Precision.SINGLE, Long.MAX_VALUE)) {
      long between = used();
      try (Engine second = build(noisy, Precision.SINGLE, Long.MAX_VALUE)) {
        double taken = used() - 2 * between + before;
        double estimated = second.estimate().stateBytes() - first.estimate().stateBytes();
        assertTrue(taken > 1_000_000);
        assertEquals(taken, estimated, 0.1 * taken);
      }
    }
  }

  private static long used() {
    var memory = ManagementFactory.getMemoryMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeItIsTaken() {
    // 30 million synapses of 2 bytes, two arrays of doubles, rings, and 16 MB for the worker that
    // draws
    NetworkPlan plan = Networks.plan(model("all"));
    long heap = 50L << 20;
    InsufficientMemoryException refused =
        assertThrows(InsufficientMemoryException.class, () -> build(plan, Precision.DOUBLE, heap));
    assertEquals(
        "needs 73.4 MB, the heap allows 50.0 MB: use --heap 1g",
        refused.getMessage());
    assertEquals(heap, refused.allowed());
  }

  /// Lists of what is under way have room for what a burst brings once, not in each of them; and not for ever.
  @ParameterizedTest
  @ValueSource(strings = {"outdegree(100)", "outdegree(100), procedural"})
  void aBurstTakesItsOwnRoomAlone(String rule) {
    NetworkPlan plan =
        Networks.plan(
            """
            neuron N { input go : mV; state v = 0 mV; v' = (go - v) / 0.1 ms; spike when v > 1 mV { v = 0 mV } }
            synapse S { target { v : mV }; weight w : mV; on arrival { target.v += w } }
            population A = 30000 of N
            projection AA: A -> A using S { connect %s; w = 0 mV; delay = 1.6 ms }
            drive A.go with pulse(10 mV, from = 1 ms, until = 1.1 ms)
            drive A[0].go with pulse(10 mV, from = 5 ms, until = 9 ms)
            run 10 ms with dt = 0.1 ms
            """
                .formatted(rule));
    CompiledKernels kernels = new CompiledKernels(Precision.SINGLE);
    EngineOptions options =
        new EngineOptions(2, SliceRule.of(10_000), Long.MAX_VALUE, org.eimodel.Tier.SCALAR, false);
    try (Engine engine = Engine.build(plan, kernels, options)) {
      long before = engine.bytes();
      engine.step(40);
      assertEquals(30_000, engine.spikeCount());
      long burst = engine.bytes();
      engine.step(60);
      assertTrue(engine.spikeCount() > 30_000);
      long after = engine.bytes();
      // three million targets of two bytes, and half as much again
      assertTrue(burst - before < 16_000_000, () -> "burst: " + (burst - before));
      assertTrue(after - before < 6_000_000, () -> "after: " + (after - before));
    }
  }

  /// What a worker notes of each row and slice while it draws is counted, and bounded.
  @ParameterizedTest
  @ValueSource(ints = {600_000, 40_000_000})
  void shortRowsOverManySlicesTakeLittleWork(int neurons) {
    NetworkPlan plan =
        Networks.plan(model("one_to_one").replaceAll("= [53]000 of", "= " + neurons + " of"));
    long work = Estimator.estimate(plan, Precision.SINGLE).workBytes();
    assertTrue(work > 10_000_000 && work <= 2 * (16 << 20), () -> "work: " + work);
  }

  @Test
  void sizesReadAsPeopleWriteThem() {
    assertEquals("3.1 GB", MemoryEstimate.size((long) (3.1 * (1L << 30))));
    assertEquals("0.5 MB", MemoryEstimate.size(1L << 19));
  }
}

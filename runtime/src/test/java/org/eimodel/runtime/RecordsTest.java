package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eimodel.SpikeHash;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.record.RateLog;
import org.eimodel.runtime.record.SpikeLog;
import org.eimodel.runtime.record.StateLog;
import org.junit.jupiter.api.Test;

/// Three ways of counting agree: what is recorded, what is called back, and what the slices counted themselves.
class RecordsTest {
  private static final NetworkPlan PLAN = Networks.plan(Networks.BALANCED);

  private static Engine run() {
    Engine engine = Networks.engine(PLAN, 2, SliceRule.of(60));
    engine.step(PLAN.steps());
    return engine;
  }

  @Test
  void recordedSpikesGiveTheHash() {
    try (Engine engine = run()) {
      SpikeLog log = engine.records().spikes().orElseThrow();
      SpikeHash hash = new SpikeHash();
      int[] last = {-1, -1};
      log.read((step, neurons, from, until) -> {
        for (int i = from; i < until; i++) {
          int k = 0;
          while (neurons[i] >= log.firstNeuron(k + 1)) {
            k++;
          }
          PopulationPlan population = PLAN.populations().get(log.populations().get(k));
          long own = SpikeHash.population(population.family(), population.labels());
          hash.add(own, neurons[i] - log.firstNeuron(k), step);
          assertTrue(step > last[0] || neurons[i] > last[1], "ascending within a step");
          last[0] = (int) step;
          last[1] = neurons[i];
        }
      });
      assertEquals(engine.spikeHash(), hash.value());
      assertEquals(engine.spikeCount(), log.size());
      assertEquals(List.of(0, 1, 2, 3), log.populations());
    }
  }

  @Test
  void ratesAreTheRecordedSpikesInBins() {
    try (Engine engine = run()) {
      SpikeLog log = engine.records().spikes().orElseThrow();
      RateLog rates = engine.records().rates().getFirst();
      int bins = (int) Math.ceilDiv(PLAN.steps(), 70);
      int[][] expected = new int[4][bins];
      log.read((step, neurons, from, until) -> {
        for (int i = from; i < until; i++) {
          int k = 0;
          while (neurons[i] >= log.firstNeuron(k + 1)) {
            k++;
          }
          expected[k][(int) (step - 1) / 70]++;
        }
      });
      int[][] counted = rates.counts(engine.now(), engine::fired);
      for (int k = 0; k < 4; k++) {
        assertArrayEquals(expected[rates.populations().get(k)], counted[k]);
      }
      assertTrue(Arrays.stream(counted[0]).sum() > 0);
    }
  }

  @Test
  void statesBeginAtZeroAndAreWhatTheArraysHold() {
    try (Engine engine = Networks.engine(PLAN)) {
      int position = PLAN.groups().getFirst().stateNames().get("v").position();
      List<Double> seen = new ArrayList<>();
      double[] array = (double[]) engine.arrays(0)[position];
      seen.add(array[engine.first(0) + 2]);
      for (int n = 0; n < 100; n++) {
        engine.step(5);
        seen.add(array[engine.first(0) + 2]);
      }
      StateLog log = engine.records().states().getFirst();
      double[][] values = log.values();
      assertEquals(3, values.length);
      assertEquals(101, log.steps().length);
      assertEquals(495, log.steps()[99]);
      assertEquals(seen, Arrays.stream(values[2]).boxed().toList());
    }
  }

  @Test
  void callbacksHearEverySpikeOfTheirPopulations() {
    try (Engine engine = Networks.engine(PLAN, 2, SliceRule.of(60))) {
      long[] heard = new long[2];
      engine.onSpikes(
          List.of(1),
          (step, neurons, count) -> {
            assertEquals(engine.now(), step);
            heard[0] += count;
          });
      engine.onSpikes(
          List.of(2, 3),
          (_, neurons, count) -> {
            heard[1] += count;
            assertTrue(neurons[count - 1] < 160);
          });
      engine.step(PLAN.steps());
      assertEquals(engine.fired(1), heard[0]);
      assertEquals(engine.fired(2) + engine.fired(3), heard[1]);
      assertTrue(heard[1] > 0);
    }
  }
}

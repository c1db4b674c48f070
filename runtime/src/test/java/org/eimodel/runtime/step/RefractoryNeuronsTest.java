package org.eimodel.runtime.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.Refractory;
import org.eimodel.runtime.Networks;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.state.GroupState;
import org.eimodel.runtime.state.Reals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The wheel says the same as a count of each neuron.
class RefractoryNeuronsTest {
  private static final String MODEL =
      """
      neuron N {
        param t_ref = 2 ms
        state v = 0
        spike when v > 1 { refractory for t_ref }
      }
      population gap = 30 of N
      population A = 70 of N(t_ref = PERIOD)
      population B = 50 of N(t_ref = 7 ms)
      run 20 s with dt = 1 ms
      """;

  private static final String ON_CONDITION =
      MODEL.replace("refractory for t_ref", "if v > 2 { refractory for t_ref }");

  @ParameterizedTest
  @ValueSource(strings = {"0 ms", "1 ms", "8 ms", "9 ms", "4095 ms", "4096 ms", "4097 ms", "9000 ms"})
  void periodOfAPopulation(String period) {
    check(MODEL.replace("PERIOD", period), 10_000, false);
  }

  @Test
  void periodOfEachNeuron() {
    check(MODEL.replace("(t_ref = PERIOD)", " { t_ref ~ uniform(0 ms, 40 ms) }"), 2_000, false);
    check(MODEL.replace("(t_ref = PERIOD)", " { t_ref ~ uniform(0 ms, 9 s) }"), 20_000, false);
  }

  @Test
  void periodThatTheStepWrites() {
    check(ON_CONDITION.replace("PERIOD", "5 ms"), 2_000, true);
  }

  private static void check(String model, int steps, boolean written) {
    NetworkPlan plan = Networks.plan(model);
    GroupPlan group = plan.groups().getFirst();
    Refractory how = group.refractory().orElseThrow();
    Slice slice = Layout.of(plan, SliceRule.of(1000)).slices().getFirst();
    Object[] arrays = GroupState.start(plan, group, Precision.DOUBLE).arrays();
    boolean[] active = (boolean[]) arrays[how.active().position()];
    RefractoryNeurons neurons = RefractoryNeurons.of(plan, slice, how, arrays);
    SpikeRing ring = new SpikeRing(1, new Laps(1, 1), slice.parts().size(), slice.size());
    int[] partEnds = slice.parts().stream().mapToInt(part -> part.end()).toArray();
    int[] counts = new int[slice.size()];
    Random random = new Random(steps);
    int refractory = 0;
    for (int step = 0; step < steps; step++) {
      int end = ring.end();
      // many at once now and then: more than a block holds
      double chance = step % 50 == 0 ? 0.9 : 0.01;
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          counts[i]--;
        } else if (random.nextDouble() < chance) {
          ring.spikes()[end++] = i;
          if (written) {
            Reals.set(arrays[how.period().position()], i, random.nextInt(3) * random.nextInt(5000));
          }
          counts[i] = period(plan, group, how, arrays, i);
        }
      }
      ring.close(step, end, partEnds);
      neurons.endStep(step, ring);
      ring.makeRoom(step + 1);
      int[] found = new int[counts.length];
      neurons.write(step + 1, found);
      assertArrayEquals(counts, found);
      for (int i = 0; i < counts.length; i++) {
        assertTrue(active[i] == (counts[i] == 0));
        refractory += active[i] ? 0 : 1;
      }
    }
    assertTrue(refractory > 100);
  }

  private static int period(NetworkPlan plan, GroupPlan group, Refractory how, Object[] arrays, int i) {
    if (how.period().perElement()) {
      return (int) Reals.get(arrays[how.period().position()], i);
    }
    int first = 0;
    List<Integer> populations = group.populations();
    for (int p : populations) {
      int size = plan.populations().get(p).size();
      if (i < first + size) {
        return (int) plan.populations().get(p).scalars()[how.period().position()];
      }
      first += size;
    }
    throw new AssertionError("no neuron " + i);
  }
}

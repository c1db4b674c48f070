package org.eimodel.runtime.poisson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Random;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.Networks;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.kernel.InterpretedKernels;
import org.eimodel.runtime.kernel.KernelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Events neuron by neuron do what the arrival does event by event.
class EventKernelTest {
  /// An arrival whose order matters, with a condition, a value of its own, and a state that it reads and one that it writes.
  private static final String MODEL =
      """
      neuron N {
        input go : 1
        state v = 1, seen = 0
        v' = -v / 10 ms unless refractory
        spike when v > 3 + go { v = 0; refractory for 2 ms }
      }
      synapse S {
        target { v : 1, seen : 1 }
        weight w : 1
        on arrival { target.seen = 0.5 * target.seen + w * target.v; target.v += 0.1 * w }
      }
      population A = 9 of N
      drive noise: A using S() { poisson(rate = 1 kHz); w = 0.7 }
      run 10 ms with dt = 1 ms
      """;

  private static final int NEURONS = 700;

  private static Object[] arrays(GroupPlan group, int more) {
    Random random = new Random(5);
    Object[] arrays = new Object[group.arrayCount() + more];
    for (int k = 0; k < arrays.length; k++) {
      double[] array = new double[NEURONS];
      if (k < group.arrayCount()) {
        Arrays.setAll(array, i -> i % 5 == 0 ? 0 : random.nextDouble(3));
      }
      arrays[k] = array;
    }
    boolean[] active = new boolean[NEURONS];
    for (int i = 0; i < NEURONS; i++) {
      active[i] = random.nextInt(3) > 0;
    }
    arrays[group.refractory().orElseThrow().active().position()] = active;
    return arrays;
  }

  @ParameterizedTest
  @EnumSource(names = "DOUBLE")
  void compiledAndInterpretedEqualTheArrival(Precision precision) {
    check(new CompiledKernels(precision));
    check(new InterpretedKernels(precision));
  }

  private static void check(KernelSource kernels) {
    NetworkPlan plan = Networks.plan(MODEL);
    GroupPlan group = plan.groups().getFirst();
    Kernel arrival = group.arrivals().get(plan.poisson().getFirst().arrival());
    double[] scalars = plan.poisson().getFirst().arrivalScalars();
    Random random = new Random(6);
    EventCounts counts = new EventCounts(new CountTable[] {new CountTable(3, CountTable.FINE)});
    int size = NEURONS - 20;
    int[] words = new int[5 + size];
    Arrays.setAll(words, _ -> random.nextInt(40) == 0 ? -1 - random.nextInt(9000) : random.nextInt());

    Object[] expected = arrays(group, 0);
    Object[] untouched = arrays(group, 0);
    ArrivalKernel one = kernels.arrival(arrival);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < counts.of(i, words[5 + i]); k++) {
        one.deliver(new char[] {(char) i}, null, 0, 1, 13, scalars, expected);
      }
    }
    assertNotEquals(Arrays.deepToString(untouched), Arrays.deepToString(expected));

    EventKernel events = EventKernel.of(arrival, group.arrayCount());
    Object[] found = arrays(group, 1);
    new EventLanes(
            kernels.step(events.kernel()),
            events.done().position(),
            scalars,
            found,
            found[events.events().position()])
        .deliver(counts, words, 5, size, 13);
    assertArrayEquals(expected, Arrays.copyOf(found, group.arrayCount()));
  }

  @Test
  void itIsWellFormed() {
    NetworkPlan plan = Networks.plan(MODEL);
    GroupPlan group = plan.groups().getFirst();
    Kernel arrival = group.arrivals().get(plan.poisson().getFirst().arrival());
    IrValidator.require(EventKernel.of(arrival, group.arrayCount()).kernel(), "events");
  }
}

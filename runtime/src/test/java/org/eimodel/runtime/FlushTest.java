package org.eimodel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.state.Reals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Decaying states become zero in every 16th step, whatever the threads and the slices.
class FlushTest {
  /// Each state is halved in a step, or nearly so.
  private static final NetworkPlan PLAN =
      Networks.plan(
          """
          neuron Decaying {
            state exact = 1, gentle = 1, plain = 1
            exact' = -exact / 1.4426950408889634 ms
            gentle' = -gentle * (1 + 0 * exact) / 1.4426950408889634 ms
            plain' = -0.5 * plain / 1 ms
            integrate gentle with exponential_euler
            integrate plain with euler
          }
          population P = 40 of Decaying { exact = 1e-20 * 2^i; gentle = 1e-20 * 2^i; plain = 1e-20 * 2^i }
          run 100 ms with dt = 1 ms
          """);

  @ParameterizedTest
  @CsvSource({"SINGLE, 1", "SINGLE, 2", "DOUBLE, 1"})
  void inEvery16thStep(Precision precision, int threads) {
    EngineOptions options = EngineOptions.threads(threads).sliced(SliceRule.of(7));
    double least = precision.round(precision.flushBelow());
    try (Engine engine = Engine.build(PLAN, new CompiledKernels(precision), options)) {
      int steps = precision == Precision.SINGLE ? 100 : 700;
      int flushed = 0;
      int small = 0;
      for (int step = 1; step <= steps; step++) {
        engine.step(1);
        for (Slot slot : PLAN.groups().getFirst().states()) {
          boolean decays = !slot.name().equals("plain");
          for (int i = 0; i < 40; i++) {
            double x = Reals.get(engine.arrays(0)[slot.position()], i);
            double free = Math.scalb(1e-20, i - step);
            boolean gone = decays && hasPassed(Math.scalb(1e-20, i), least, step);
            // what is not flushed may have become a denormal number
            double tolerance = gone ? Double.MIN_VALUE : 1e-4 * free + precision.round(1e-45);
            assertEquals(gone ? 0 : free, x, tolerance, slot + " " + i + " after " + step);
            flushed += gone ? 1 : 0;
            small += !gone && free < least ? 1 : 0;
          }
        }
      }
      assertTrue(flushed > 100 && small > 100, flushed + " flushed, " + small + " small");
    }
  }

  /// Whether any flush up to a step found the state below.
  private static boolean hasPassed(double start, double least, int step) {
    int last = step / 16 * 16;
    return last > 0 && Math.scalb(start, -last) < least;
  }
}

package org.eimodel.compiler.bytecode;

import java.util.Arrays;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.SampleKernels;
import org.eimodel.compiler.kernel.StepKernel;

/// Prints nanoseconds per neuron and step of the sample kernels: a program, not a test.
final class KernelTiming {
  private static final int NEURONS = 16_000;

  private KernelTiming() {}

  public static void main(String[] arguments) {
    for (Kernel kernel : new Kernel[] {SampleKernels.lif(), SampleKernels.hodgkinHuxley()}) {
      for (Precision precision : Precision.values()) {
        double[] scalars =
            kernel.name().equals("LIF")
                ? new double[] {-60, -50, -60, 50, -0.005, 0.01, 0.005, 0.005, 0.98, 0.99}
                : new double[] {20e3, 6e3, 10, 50, -90, -60, 1 / 200.0 * .1, .1, .98, .99, -63};
        double[] start =
            kernel.name().equals("LIF")
                ? new double[] {-55, 10, -10, 0, 11}
                : new double[] {-60, .1, .5, .3, 6, 60};
        time(kernel, precision, scalars, start);
      }
    }
  }

  private static void time(Kernel kernel, Precision precision, double[] scalars, double[] start) {
    StepKernel step = (StepKernel) Loaded.kernel(kernel, precision);
    Object scalarBlock = array(precision, scalars.length);
    for (int i = 0; i < scalars.length; i++) {
      set(scalarBlock, i, scalars[i]);
    }
    Object[] arrays = new Object[start.length];
    for (int a = 0; a < arrays.length; a++) {
      arrays[a] = array(precision, NEURONS);
    }
    for (int i = 0; i < NEURONS; i++) {
      for (int a = 0; a < arrays.length; a++) {
        set(arrays[a], i, start[a] * (1 + 0.001 * (i % 100)));
      }
    }
    int[] spikes = new int[NEURONS];
    double best = Double.POSITIVE_INFINITY;
    long fired = 0;
    int steps = kernel.name().equals("LIF") ? 3000 : 500;
    for (int round = 0; round < 12; round++) {
      long begin = System.nanoTime();
      for (int n = 0; n < steps; n++) {
        int count = step.step(0, NEURONS, scalarBlock, arrays, spikes, 0);
        if (count < 0) {
          throw new IllegalStateException("not finite: neuron " + ~count);
        }
        fired += count;
      }
      best = Math.min(best, (System.nanoTime() - begin) / (double) steps / NEURONS);
    }
    System.out.printf(
        "%-4s %-6s %6.2f ns per neuron and step (%d spikes)%n",
        kernel.name(), precision, best, fired);
  }

  private static Object array(Precision precision, int length) {
    return precision == Precision.SINGLE ? new float[length] : new double[length];
  }

  private static void set(Object array, int index, double value) {
    switch (array) {
      case float[] floats -> floats[index] = (float) value;
      case double[] doubles -> doubles[index] = value;
      default -> throw new IllegalArgumentException(Arrays.toString(new Object[] {array}));
    }
  }
}

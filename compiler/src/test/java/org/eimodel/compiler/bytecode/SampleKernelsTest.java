package org.eimodel.compiler.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eimodel.compiler.interpret.KernelInterpreter;
import org.eimodel.compiler.interpret.Trial;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.SampleKernels;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SampleKernelsTest {
  @ParameterizedTest
  @EnumSource
  void emittedSamplesDoWhatTheInterpreterDoes(Precision precision) {
    for (Kernel kernel :
        List.of(SampleKernels.lif(), SampleKernels.hodgkinHuxley(), SampleKernels.arrival())) {
      Object emitted = Loaded.kernel(kernel, precision);
      Object interpreted = new KernelInterpreter(kernel, precision);
      for (int seed = 0; seed < 50; seed++) {
        assertEquals(
            Trial.run(interpreted, kernel, precision, seed),
            Trial.run(emitted, kernel, precision, seed),
            kernel.name() + " in " + precision + ", seed " + seed);
      }
    }
  }

  /// Delivers from 0 what is to be delivered from a base.
  private record FromZero(ArrivalKernel kernel) implements ArrivalKernel {
    private static final int NOT_READ = 7;

    @Override
    public void deliver(
        char[] targets,
        @Nullable Object weights,
        int from,
        int to,
        int base,
        Object scalars,
        Object[] arrays) {
      kernel.deliver(moved(targets, base), weights, from, to, NOT_READ, scalars, arrays);
    }

    @Override
    public void deliver(
        char[][] targets,
        @Nullable Object[] weights,
        int[] runs,
        int from,
        int to,
        int base,
        Object scalars,
        Object[] arrays) {
      char[][] moved = Stream.of(targets).map(some -> moved(some, base)).toArray(char[][]::new);
      kernel.deliver(moved, weights, runs, from, to, NOT_READ, scalars, arrays);
    }

    private static char[] moved(char[] targets, int base) {
      char[] moved = new char[targets.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = (char) (targets[i] + base);
      }
      return moved;
    }
  }

  @ParameterizedTest
  @EnumSource
  void arrivalsFromZeroDoWhatOthersDo(Precision precision) {
    Kernel kernel = SampleKernels.arrival();
    Object interpreted = new KernelInterpreter(kernel, precision);
    Object fromZero = Loaded.instance(Loaded.EMITTER.emitFromZero(kernel, precision));
    for (int seed = 0; seed < 50; seed++) {
      assertEquals(
          Trial.run(interpreted, kernel, precision, seed),
          Trial.run(new FromZero((ArrivalKernel) fromZero), kernel, precision, seed),
          precision + ", seed " + seed);
    }
  }

  /// Long enough for HotSpot to compile the loop: what it makes of the bytecode must agree, too.
  @ParameterizedTest
  @EnumSource
  void hotLoopsStillDoWhatTheInterpreterDoes(Precision precision) {
    Kernel kernel = SampleKernels.lif();
    double[] scalars = {-60, -50, -60, 50, -0.005, 0.1, 0.005, 0.005, 0.98, 0.99};
    double[] start = {-55, 10, -10, 0, 13};
    List<Integer> interpreted =
        spikes(new KernelInterpreter(kernel, precision), precision, scalars, start);
    List<Integer> emitted =
        spikes((StepKernel) Loaded.kernel(kernel, precision), precision, scalars, start);
    assertTrue(interpreted.size() > 200, "the neurons spike");
    assertEquals(interpreted, emitted);
  }

  private static List<Integer> spikes(
      StepKernel step, Precision precision, double[] scalars, double[] start) {
    int neurons = 200;
    Object scalarBlock = numbers(precision, scalars.length, i -> scalars[i]);
    Object[] arrays = new Object[start.length];
    for (int a = 0; a < arrays.length; a++) {
      double first = start[a];
      arrays[a] = numbers(precision, neurons, i -> first * (1 + 0.003 * i));
    }
    List<Integer> all = new ArrayList<>();
    int[] spikes = new int[neurons];
    for (int n = 0; n < 500; n++) {
      int count = step.step(0, neurons, scalarBlock, arrays, spikes, 0);
      for (int i = 0; i < count; i++) {
        all.add(n * neurons + spikes[i]);
      }
    }
    return all;
  }

  private static Object numbers(Precision precision, int length, IntToDoubleFunction value) {
    double[] numbers = IntStream.range(0, length).mapToDouble(value).toArray();
    if (precision == Precision.DOUBLE) {
      return numbers;
    }
    float[] rounded = new float[length];
    for (int i = 0; i < length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return rounded;
  }
}

package org.eimodel.compiler.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eimodel.compiler.ir.IrPrinter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Type;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.PackedRun;
import org.eimodel.compiler.kernel.StepKernel;

/// One call of a kernel on drawn numbers, and everything that can be seen of it afterwards.
///
/// The same seed gives the same numbers, so that two ways to run a kernel can be compared. Numbers are drawn to hurt:
/// zeros of both signs, equal values, denormals, values about the flush threshold, infinities and NaN.
///
/// @param result what `step` returned
/// @param spikes the entries that belong to this call
/// @param arrays bits of every array, elements outside the range included; every NaN is the same NaN
public record Trial(int result, List<Integer> spikes, List<List<Long>> arrays) {
  /// Enough for every way out of a loop.
  private static final int ELEMENTS = 11;

  /// {@return what happens when the kernel runs}
  ///
  /// @param instance a [StepKernel] or an [ArrivalKernel], by the kernel's kind
  public static Trial run(Object instance, Kernel kernel, Precision precision, long seed) {
    return run(instance, kernel, precision, seed, ELEMENTS);
  }

  /// Runs two kernels on the same numbers; they must do the same.
  ///
  /// {@return the spikes of all trials}
  public static int requireSame(Kernel kernel, Kernel rewritten, Precision precision, int trials) {
    int spikes = 0;
    for (int seed = 0; seed < trials; seed++) {
      Trial expected = run(new KernelInterpreter(kernel, precision), kernel, precision, seed);
      Trial actual = run(new KernelInterpreter(rewritten, precision), rewritten, precision, seed);
      assertEquals(expected, actual, () -> IrPrinter.print(kernel) + IrPrinter.print(rewritten));
      spikes += expected.spikes().size();
    }
    return spikes;
  }

  /// {@return the same with arrays of another length}
  public static Trial run(
      Object instance, Kernel kernel, Precision precision, long seed, int elements) {
    Random random = new Random(seed);
    boolean finite = random.nextInt(3) > 0;
    Object scalars = numbers(precision, kernel.scalarCount(), random, finite);
    int arrayCount = kernel.arrayCount();
    Object[] arrays = new Object[arrayCount];
    for (int i = 0; i < arrayCount; i++) {
      arrays[i] =
          truths(kernel, i)
              ? truths(elements, random)
              : numbers(precision, elements, random, finite);
    }
    int[] spikes = new int[elements + 3];
    int result =
        switch (kernel.kind()) {
          case STEP -> step((StepKernel) instance, scalars, arrays, spikes, random, elements);
          case ARRIVAL -> deliver((ArrivalKernel) instance, precision, scalars, arrays, random, finite);
        };
    List<List<Long>> bits = new ArrayList<>();
    Arrays.stream(arrays).forEach(array -> bits.add(bits(array)));
    List<Integer> fired = Arrays.stream(spikes).limit(Math.max(result, 0)).boxed().toList();
    return new Trial(result, fired, bits);
  }

  private static int step(
      StepKernel kernel,
      Object scalars,
      Object[] arrays,
      int[] spikes,
      Random random,
      int elements) {
    int from = random.nextInt(3);
    int to = elements - random.nextInt(3);
    int count = random.nextInt(3);
    Arrays.fill(spikes, -7);
    return kernel.step(from, to, scalars, arrays, spikes, count);
  }

  private static int deliver(
      ArrivalKernel kernel,
      Precision precision,
      Object scalars,
      Object[] arrays,
      Random random,
      boolean finite) {
    int base = random.nextInt(4);
    char[][] targets = {targets(random, base), targets(random, base)};
    Object[] weights = {
      numbers(precision, targets[0].length, random, finite),
      numbers(precision, targets[1].length, random, finite)
    };
    int from = random.nextInt(3);
    int to = targets[0].length - random.nextInt(3);
    kernel.deliver(targets[0], weights[0], from, to, base, scalars, arrays);
    int[] runs = {0, 0, 0, 1, from, to, 0, 3, 3, 0, from, from + 2, 1, 0, 9};
    int first = random.nextInt(2) * 3;
    int end = 9 + 3 * random.nextInt(3);
    kernel.deliver(targets, weights, runs, first, end, base, scalars, arrays);
    if (precision == Precision.SINGLE) {
      kernel.deliver(
          packed(targets, weights, runs), runs, first, end, base, scalars, arrays);
    }
    return 0;
  }

  /// {@return each block's runs, packed, to which the runs then lead}
  private static int[][] packed(char[][] targets, Object[] weights, int[] runs) {
    int[][] blocks = new int[2][40];
    int[] ends = {1, 3};
    for (int r = 0; r < runs.length; r += ArrivalKernel.RUN) {
      int block = runs[r];
      int from = runs[r + 1];
      int to = runs[r + 2];
      PackedRun.write(
          targets[block], (float[]) weights[block], from, to, blocks[block], ends[block]);
      runs[r + 1] = ends[block];
      ends[block] += PackedRun.length(to - from);
      runs[r + 2] = ends[block];
    }
    return blocks;
  }

  private static char[] targets(Random random, int base) {
    char[] targets = new char[9];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (char) random.nextInt(ELEMENTS - base);
    }
    return targets;
  }

  private static boolean truths(Kernel kernel, int position) {
    return kernel.slots().stream()
        .anyMatch(slot ->
            slot.perElement() && slot.type() == Type.TRUTH && slot.position() == position);
  }

  private static boolean[] truths(int length, Random random) {
    boolean[] array = new boolean[length];
    for (int i = 0; i < length; i++) {
      array[i] = random.nextBoolean();
    }
    return array;
  }

  private static Object numbers(Precision precision, int length, Random random, boolean finite) {
    Object array = precision == Precision.SINGLE ? new float[length] : new double[length];
    for (int i = 0; i < length; i++) {
      Numbers.set(array, i, number(precision, random, finite));
    }
    return array;
  }

  private static double number(Precision precision, Random random, boolean finite) {
    double sign = random.nextBoolean() ? 1 : -1;
    return switch (random.nextInt(finite ? 14 : 16)) {
      case 0 -> sign * 0.0;
      case 1, 2 -> random.nextInt(7) - 3;
      case 3 -> sign * precision.flushBelow() * (0.5 + random.nextDouble());
      case 4 -> sign * precision.round(precision.flushBelow());
      case 5 -> sign * (precision == Precision.SINGLE ? Float.MIN_VALUE : Double.MIN_VALUE);
      case 6 -> sign * Math.scalb(1 + random.nextDouble(), random.nextInt(120) - 60);
      case 7, 8, 9, 10 -> 3 * random.nextGaussian();
      case 11, 12, 13 -> 100 * random.nextGaussian();
      case 14 -> sign * Double.POSITIVE_INFINITY;
      default -> Double.NaN;
    };
  }

  private static List<Long> bits(Object array) {
    return switch (array) {
      case float[] floats -> {
        List<Long> bits = new ArrayList<>();
        for (float x : floats) {
          bits.add((long) Float.floatToIntBits(x));
        }
        yield bits;
      }
      case double[] doubles ->
          Arrays.stream(doubles).mapToLong(Double::doubleToLongBits).boxed().toList();
      case boolean[] truths -> {
        List<Long> bits = new ArrayList<>();
        for (boolean x : truths) {
          bits.add(x ? 1L : 0L);
        }
        yield bits;
      }
      default -> throw new IllegalArgumentException(array.toString());
    };
  }
}

package org.eimodel.vector.kernel;

import static org.eimodel.compiler.ir.Ir.call;
import static org.eimodel.compiler.ir.Ir.fma;
import static org.eimodel.compiler.ir.Ir.multiply;
import static org.eimodel.compiler.ir.Ir.read;
import static org.eimodel.compiler.ir.Ir.subtract;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.eimodel.compiler.bytecode.Loaded;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Ir;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.StepKernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lanes check no decaying state that enters a checked potential, and still end where the scalar form ends.
final class DecayingStatesTest {
  private static final int NEURONS = 67;
  private static final int ODD = 42;

  private static final double[] RATES = {
    -0.02, -1, -2, 0, -0.0, -2.5, 1e-300, 0x1p-53, 0x1p-40, 0.5, Double.NaN, Double.NEGATIVE_INFINITY
  };

  private static final double[] CONDUCTANCES = {
    0, 3, 1e300, Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN
  };

  static List<LanesOf> widths() {
    return LanesOf.everyWidth();
  }

  /// `g` decays and drives `v`, by way of a function or not.
  private static Kernel neuron(boolean conductance) {
    Ir k = new Ir("Neuron", Kernel.Kind.STEP);
    Slot v = k.state("v");
    Slot g = k.state("g");
    Slot rate = k.parameter("rate");
    Slot leak = k.parameter("leak");
    Expr decayed = k.let("g", fma(read(rate), read(g), read(g)));
    Expr rise = k.let("rise", multiply(read(leak), subtract(read(g), read(v))));
    Expr slope =
        conductance ? call(MathFunction.EXPREL, multiply(read(leak), read(g))) : read(leak);
    Expr next = k.let("v", fma(slope, rise, read(v)));
    k.checkFinite(next, decayed);
    k.store(v, next);
    k.store(g, decayed);
    return k.build();
  }

  @ParameterizedTest
  @MethodSource("widths")
  void lanesEndWhereTheScalarFormEnds(LanesOf lanes) {
    long failures =
        Stream.of(neuron(false), neuron(true))
            .flatMapToLong(kernel -> {
              StepKernel scalar = (StepKernel) Loaded.kernel(kernel, Precision.DOUBLE);
              return Stream.of(lanes.instance(kernel, Precision.DOUBLE), lanes.withQuick(kernel, Precision.DOUBLE))
                  .mapToLong(form -> compareAll(scalar, form));
            })
            .sum();
    assertTrue(failures > 50, failures + " steps failed");
  }

  /// {@return how many steps failed}
  private static long compareAll(StepKernel scalar, StepKernel form) {
    return DoubleStream.of(RATES)
        .mapToLong(rate ->
            DoubleStream.of(CONDUCTANCES)
                .filter(conductance -> compare(scalar, form, rate, conductance) < 0)
                .count())
        .sum();
  }

  private static int compare(StepKernel scalar, StepKernel form, double rate, double conductance) {
    double[][] expected = states(conductance);
    double[][] actual = states(conductance);
    int result = step(scalar, rate, expected);
    String what = "rate " + rate + ", conductance " + conductance;
    assertEquals(result, step(form, rate, actual), what);
    assertArrayEquals(expected[0], actual[0], what);
    assertArrayEquals(expected[1], actual[1], what);
    return result;
  }

  private static double[][] states(double conductance) {
    double[] v = new double[NEURONS];
    double[] g = new double[NEURONS];
    Arrays.fill(v, -60);
    Arrays.fill(g, 1.5);
    g[ODD] = conductance;
    return new double[][] {v, g};
  }

  private static int step(StepKernel kernel, double rate, double[][] states) {
    return kernel.step(0, NEURONS, new double[] {rate, -0.005}, states, new int[NEURONS], 0);
  }
}

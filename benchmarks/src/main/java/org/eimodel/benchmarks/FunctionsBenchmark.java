package org.eimodel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Elementary functions, number by number and in lanes: ns a number. Arguments and results lie in the first-level cache.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class FunctionsBenchmark {
  private static final int COUNT = 1024;

  @Param public ElementaryFunction function;

  private final double[] in = new double[COUNT];
  private final double[] out = new double[COUNT];
  private final float[] floatIn = new float[COUNT];
  private final float[] floatOut = new float[COUNT];
  private ElementaryFunction.OfDoubles scalar;
  private ElementaryFunction.OfDoubles lanes;
  private ElementaryFunction.OfFloats floatScalar;
  private ElementaryFunction.OfFloats floatLanes;

  @Setup
  public void draw() {
    RandomStream stream = new RandomStream(StreamKey.of(1, "arguments"));
    for (int i = 0; i < COUNT; i++) {
      in[i] = function.from() + (function.to() - function.from()) * stream.nextDouble();
      floatIn[i] = (float) in[i];
    }
    scalar = function.scalar();
    lanes = function.lanes();
    floatScalar = function.floatScalar();
    floatLanes = function.floatLanes();
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] scalar() {
    scalar.apply(in, out, COUNT);
    return out;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double[] lanes() {
    lanes.apply(in, out, COUNT);
    return out;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float[] floatScalar() {
    floatScalar.apply(floatIn, floatOut, COUNT);
    return floatOut;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float[] floatLanes() {
    floatLanes.apply(floatIn, floatOut, COUNT);
    return floatOut;
  }
}

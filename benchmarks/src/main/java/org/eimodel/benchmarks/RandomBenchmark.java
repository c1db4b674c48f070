package org.eimodel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.eimodel.numeric.BernoulliRow;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Random numbers, and the rows of synapses that are made of them: ns a number or a target.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RandomBenchmark {
  private static final int COUNT = 1024;

  /// Targets of a neuron in the 29 areas, of 3,200; and in the homogeneous network, of 100,000.
  private static final int ROW = 320;

  private static final int LONG_ROW = 1000;

  /// Bernoulli rows of COBA: 0.02 of 4,000. 1,000 of them have 80,000 targets, give or take 0.3 %.
  private static final int SHORT_ROWS = 1000;

  private static final int SHORT_ROW = 80;

  private final RandomStream stream = new RandomStream(StreamKey.of(1, "benchmark"));
  private final DistinctDraw distinct = new DistinctDraw();
  private final BernoulliRow bernoulli = new BernoulliRow(4000, 0.02);
  private final int[] words = new int[COUNT];
  private final int[] row = new int[4000];
  private int element;

  /// 32 random bits, many at once.
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int[] words() {
    stream.seek(element++, 0).fill(words, 0, COUNT);
    return words;
  }

  /// 32 random bits, one by one.
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int word() {
    stream.seek(element++, 0);
    int sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += stream.nextInt();
    }
    return sum;
  }

  /// A whole number below 3,200.
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int bounded() {
    stream.seek(element++, 0);
    int sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += stream.nextBounded(3200);
    }
    return sum;
  }

  /// A number between 0 and 1 in double precision.
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double uniform() {
    stream.seek(element++, 0);
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += stream.nextDouble();
    }
    return sum;
  }

  /// A normal number in double precision.
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double normal() {
    stream.seek(element++, 0);
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += stream.nextNormal();
    }
    return sum;
  }

  /// The first number of one neuron after the other, as in noise.
  @Benchmark
  @OperationsPerInvocation(COUNT)
  public double normalOfEachNeuron() {
    double sum = 0;
    element++;
    for (int i = 0; i < COUNT; i++) {
      sum += stream.seek(i, element).nextNormal();
    }
    return sum;
  }

  /// Distinct targets, ascending: 320 of 3,200.
  @Benchmark
  @OperationsPerInvocation(ROW)
  public int[] distinct() {
    distinct.draw(stream.seek(element++, 0), 3200, ROW, row, 0);
    return row;
  }

  /// Distinct targets, ascending: 1,000 of 100,000.
  @Benchmark
  @OperationsPerInvocation(LONG_ROW)
  public int[] distinctOfMany() {
    distinct.draw(stream.seek(element++, 0), 100_000, LONG_ROW, row, 0);
    return row;
  }

  /// Targets that are picked with a probability: 80 of 4,000 on average.
  @Benchmark
  @OperationsPerInvocation(SHORT_ROWS * SHORT_ROW)
  public int[] bernoulli() {
    for (int i = 0; i < SHORT_ROWS; i++) {
      stream.seek(element++, 0);
      bernoulli.draw(stream, bernoulli.count(stream), row, 0);
    }
    return row;
  }
}

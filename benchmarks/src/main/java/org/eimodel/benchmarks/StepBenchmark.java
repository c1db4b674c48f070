package org.eimodel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.eimodel.runtime.Engine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A step of a network, on one thread, beside a loop written by hand that does the same work.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {
  private static final int STEPS = 100;

  private Engine coba;
  private Engine areas;
  private HandWrittenNetwork cobaByHand;
  private HandWrittenNetwork areasByHand;

  @Setup
  public void build() {
    coba = Networks.coba();
    areas = Networks.areas();
    cobaByHand = new HandWrittenCoba();
    areasByHand = new HandWrittenAreas();
  }

  @TearDown
  public void close() {
    coba.close();
    areas.close();
  }

  /// COBA, 4,000 neurons, double precision.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long coba() {
    coba.step(STEPS);
    return coba.spikeCount();
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long cobaByHand() {
    return steps(cobaByHand);
  }

  /// The 29 areas without long-range projections, 116,000 neurons, single precision.
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long areas() {
    areas.step(STEPS);
    return areas.spikeCount();
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long areasByHand() {
    return steps(areasByHand);
  }

  private static long steps(HandWrittenNetwork network) {
    for (int i = 0; i < STEPS; i++) {
      network.step();
    }
    return network.spikeCount();
  }
}

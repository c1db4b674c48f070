package org.eimodel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.eimodel.benchmarks.hand.HandWrittenNetwork;
import org.eimodel.runtime.Engine;
import org.openjdk.jmh.annotations.AuxCounters;
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

/// A step of a network, on one thread, beside loops written by hand that compute the same spikes: ns a neuron and step,
/// delivery of spikes included.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = StepBenchmark.LANES)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {
  static final String LANES = "--add-modules=jdk.incubator.vector";

  /// 20 steps of 116,000 neurons, or 580 of 4,000: a call of [Engine#step] makes several rounds.
  private static final int NEURON_STEPS = 2_320_000;

  /// Every network.
  @State(Scope.Benchmark)
  public static class Each {
    @Param public Networks network;
  }

  /// Those that were written by hand without vectors.
  @State(Scope.Benchmark)
  public static class Plain {
    @Param({"LIF_SINGLE", "COBA_DOUBLE", "COBAHH_DOUBLE"})
    public Networks network;
  }

  /// Generated code, neuron by neuron.
  @State(Scope.Benchmark)
  public static class Scalar extends Running {
    @Setup
    public void build(Each each) {
      engine = each.network.scalar();
    }
  }

  /// Generated code in vector lanes.
  @State(Scope.Benchmark)
  public static class Lanes extends Running {
    @Setup
    public void build(Each each) {
      engine = each.network.lanes();
    }
  }

  /// A network of the engine.
  public abstract static class Running {
    Engine engine;

    long advance() {
      engine.step(NEURON_STEPS / neurons());
      return engine.spikeCount();
    }

    private int neurons() {
      return engine.plan().populations().stream().mapToInt(population -> population.size()).sum();
    }
  }

  /// Loops by hand, neuron by neuron.
  @State(Scope.Benchmark)
  public static class ScalarByHand extends ByHand {
    @Setup
    public void build(Plain plain) {
      network = plain.network.scalarByHand();
    }
  }

  /// Loops by hand in vector lanes.
  @State(Scope.Benchmark)
  public static class LanesByHand extends ByHand {
    @Setup
    public void build(Each each) {
      network = each.network.lanesByHand();
    }
  }

  /// A network by hand.
  public abstract static class ByHand {
    HandWrittenNetwork network;

    long advance() {
      for (int i = NEURON_STEPS / network.neurons(); i > 0; i--) {
        network.step();
      }
      return network.spikeCount();
    }
  }

  /// Both in vector lanes.
  @State(Scope.Benchmark)
  public static class Both {
    private final Lanes generated = new Lanes();
    private final LanesByHand byHand = new LanesByHand();

    @Setup
    public void build(Each each) {
      generated.build(each);
      byHand.build(each);
    }
  }

  /// Nanoseconds that the one and the other took in an iteration.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Times {
    public double generated;
    public double byHand;
  }

  /// Generated code and loops by hand by turns: what slows the machine down for a while slows both. Of the result, the
  /// two counters are of interest.
  @Benchmark
  @Fork(value = 3, jvmArgsAppend = StepBenchmark.LANES)
  @OperationsPerInvocation(2 * NEURON_STEPS)
  public long byTurns(Both both, Times times) {
    long begin = System.nanoTime();
    long spikes = both.generated.advance();
    long middle = System.nanoTime();
    spikes += both.byHand.advance();
    times.generated += middle - begin;
    times.byHand += System.nanoTime() - middle;
    return spikes;
  }

  @Benchmark
  @OperationsPerInvocation(NEURON_STEPS)
  public long scalar(Scalar running) {
    return running.advance();
  }

  @Benchmark
  @OperationsPerInvocation(NEURON_STEPS)
  public long lanes(Lanes running) {
    return running.advance();
  }

  @Benchmark
  @OperationsPerInvocation(NEURON_STEPS)
  public long scalarByHand(ScalarByHand byHand) {
    return byHand.advance();
  }

  @Benchmark
  @OperationsPerInvocation(NEURON_STEPS)
  public long lanesByHand(LanesByHand byHand) {
    return byHand.advance();
  }
}

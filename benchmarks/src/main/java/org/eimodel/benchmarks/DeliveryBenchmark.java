package org.eimodel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.eimodel.Tier;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.syntax.SourceText;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Delivery of spikes on one thread: ns an event.
///
/// 1,000 neurons fire in every step and have 1,000 targets each, so that a step is little else than a million events. All
/// arrive at one state of the targets; the larger their number, the farther away it lies.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx4g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeliveryBenchmark {
  private static final int SOURCES = 1000;
  private static final int DEGREE = 1000;
  private static final int EVENTS = SOURCES * DEGREE;

  /// A network that delivers a million events a step.
  @State(Scope.Benchmark)
  public static class Generated {
    /// What synapses have of their own.
    @Param({"nothing", "weights", "delays", "both"})
    public String own;

    @Param({"4000", "100000", "1000000"})
    public int targets;

    private Engine engine;

    @Setup
    public void build() {
      boolean weights = own.equals("weights") || own.equals("both");
      boolean delays = own.equals("delays") || own.equals("both");
      String text =
          """
          neuron Metronome {
            state v = 0 mV
            spike when v > -1 mV
          }
          neuron Listener {
            input current : mV
            state v = 0 mV
            v' = (current - v) / 20 ms
          }
          synapse Exponential {
            weight w : mV
            state g = 0 mV per target
            g' = -g / 5 ms
            on arrival { g += w }
            output g -> current
          }
          population S = %d of Metronome
          population T = %d of Listener
          projection ST: S -> T using Exponential {
            connect outdegree(%d)
            w %s
            %s
          }
          run 1 s with dt = 0.1 ms, seed = 1
          """
              .formatted(
                  SOURCES,
                  targets,
                  DEGREE,
                  weights ? "~ uniform(0.1 mV, 0.2 mV)" : "= 0.1 mV",
                  delays ? "delay ~ uniform(0.5 ms, 3 ms)" : "");
      NetworkPlan plan =
          Compiler.compile(new SourceText("delivery.eimodel", text), DataFolder.ofResources("nowhere", _ -> null))
              .then(compiled -> Instantiation.instantiate(compiled, Settings.NONE))
              .orThrow()
              .plan();
      engine =
          Engine.build(
              plan,
              new CompiledKernels(Precision.SINGLE),
              EngineOptions.threads(1).tier(Tier.VECTOR));
      engine.step(50); // until the longest delay is over
    }

    @TearDown
    public void close() {
      engine.close();
    }
  }

  /// Rows of one slice, one array of targets after the other.
  @State(Scope.Benchmark)
  public static class ByHand {
    /// Sixteen bits reach no farther.
    @Param({"4000", "60000"})
    public int targets;

    private char[] rows;
    private float[] sums;

    @Setup
    public void draw() {
      rows = new char[EVENTS];
      sums = new float[targets];
      RandomStream stream = new RandomStream(StreamKey.of(1, "rows"));
      DistinctDraw draw = new DistinctDraw();
      int[] row = new int[DEGREE];
      for (int source = 0; source < SOURCES; source++) {
        draw.draw(stream.seek(source, 0), targets, DEGREE, row, 0);
        for (int i = 0; i < DEGREE; i++) {
          rows[source * DEGREE + i] = (char) row[i];
        }
      }
    }
  }

  /// The engine's delivery.
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public long generated(Generated network) {
    network.engine.step(1);
    return network.engine.spikeCount();
  }

  /// A loop that adds one weight at every target of every row.
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public float[] byHand(ByHand network) {
    for (int source = 0; source < SOURCES; source++) {
      add(network.rows, source * DEGREE, (source + 1) * DEGREE, network.sums);
    }
    return network.sums;
  }

  private static void add(char[] rows, int from, int to, float[] sums) {
    for (int k = from; k < to; k++) {
      sums[rows[k]] += 0.1f;
    }
  }
}

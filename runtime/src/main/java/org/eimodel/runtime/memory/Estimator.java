package org.eimodel.runtime.memory;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.RecordingPlan;
import org.eimodel.runtime.connect.SynapseCount;
import org.eimodel.runtime.connect.TractSize;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.poisson.Train;
import org.eimodel.runtime.step.RefractoryNeurons;
import org.eimodel.runtime.step.RingSize;
import org.eimodel.runtime.step.Rounds;

/// Estimates the memory of a network from its plan alone.
public final class Estimator {
  /// What a worker may hold while it draws a chunk.
  private static final long WORK = 16L << 20;

  private final NetworkPlan plan;
  private final Layout layout;
  private final Precision precision;

  private Estimator(NetworkPlan plan, Precision precision, SliceRule rule) {
    this.plan = plan;
    this.precision = precision;
    this.layout = Layout.of(plan, rule);
  }

  /// {@return what the network will take, and its own run will write}
  public static MemoryEstimate estimate(NetworkPlan plan, Precision precision) {
    return estimate(plan, precision, SliceRule.STANDARD);
  }

  static MemoryEstimate estimate(NetworkPlan plan, Precision precision, SliceRule rule) {
    Estimator estimator = new Estimator(plan, precision, rule);
    double[] bytes = TractSize.ofProjections(plan, estimator.layout, precision);
    List<MemoryEstimate.Synapses> projections = new ArrayList<>();
    double largest = 0;
    for (int j = 0; j < bytes.length; j++) {
      ProjectionPlan projection = plan.projections().get(j);
      double expected = SynapseCount.expected(plan, projection);
      projections.add(new MemoryEstimate.Synapses(expected, (long) bytes[j]));
      largest = Math.max(largest, projection.procedural() ? 0 : expected);
    }
    return new MemoryEstimate(
        projections,
        estimator.state(),
        layoutRings(plan, estimator.layout),
        estimator.records(),
        (long) Math.min(WORK, 6 * largest));
  }

  private long state() {
    long bytes = 0;
    for (PopulationPlan population : plan.populations()) {
      GroupPlan group = plan.groups().get(population.group());
      long each = (long) group.arrayCount() * precision.bytes();
      if (group.refractory().isPresent()) {
        each += RefractoryNeurons.BYTES - precision.bytes();
      }
      bytes += each * population.size();
    }
    for (PoissonPlan train : plan.poisson()) {
      bytes += Train.bytes(train, layout.parts().get(train.population()).size());
    }
    return bytes;
  }

  private static long layoutRings(NetworkPlan plan, Layout layout) {
    long bytes = 0;
    int round = Rounds.of(plan, layout);
    for (Slice slice : layout.slices()) {
      bytes += RingSize.bytes(plan, slice, round);
    }
    return bytes;
  }

  private long records() {
    long bytes = 0;
    for (RecordingPlan recording : plan.recordings()) {
      bytes +=
          switch (recording) {
            case RecordingPlan.Spikes(List<Integer> populations) -> spikes(populations);
            case RecordingPlan.Rate(List<Integer> populations, int every) ->
                4L * populations.size() * Math.ceilDiv(plan.steps(), every);
            case RecordingPlan.State state -> {
              long neurons =
                  state.ranges().stream().mapToLong(range -> range.until() - range.from()).sum();
              yield precision.bytes() * neurons * (1 + plan.steps() / state.everySteps());
            }
          };
    }
    return bytes;
  }

  private long spikes(List<Integer> populations) {
    long neurons = populations.stream().mapToLong(p -> plan.populations().get(p).size()).sum();
    double seconds = plan.steps() * plan.dt() / 1000;
    return (long) (4 * neurons * seconds * MemoryEstimate.GUESSED_RATE);
  }
}

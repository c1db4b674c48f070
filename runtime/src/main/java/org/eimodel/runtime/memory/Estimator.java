package org.eimodel.runtime.memory;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.RecordingPlan;
import org.eimodel.runtime.connect.Blueprint;
import org.eimodel.runtime.connect.TractSize;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.poisson.Train;
import org.eimodel.runtime.step.RefractoryNeurons;
import org.eimodel.runtime.step.RingSize;

/// Estimates the memory of a network from its plan alone.
public final class Estimator {
  private final NetworkPlan plan;
  private final Layout layout;
  private final Precision precision;

  private Estimator(Blueprint blueprint, Precision precision) {
    this.plan = blueprint.plan();
    this.precision = precision;
    this.layout = blueprint.layout();
  }

  /// {@return what the network will take in slices of the standard size, and its own run will write}
  public static MemoryEstimate estimate(NetworkPlan plan, Precision precision) {
    return estimate(Blueprint.of(plan, SliceRule.STANDARD), precision);
  }

  /// {@return what the network will take, and its own run will write}
  public static MemoryEstimate estimate(Blueprint blueprint, Precision precision) {
    Estimator estimator = new Estimator(blueprint, precision);
    double[] bytes = TractSize.ofProjections(blueprint, precision);
    List<MemoryEstimate.Synapses> projections = new ArrayList<>();
    for (int j = 0; j < bytes.length; j++) {
      projections.add(new MemoryEstimate.Synapses(blueprint.expected()[j], (long) bytes[j]));
    }
    return new MemoryEstimate(
        projections,
        estimator.state(),
        RingSize.bytes(estimator.plan, estimator.layout),
        estimator.records(),
        TractSize.work(blueprint));
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

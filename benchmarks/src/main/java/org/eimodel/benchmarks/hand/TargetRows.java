package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.numeric.BernoulliRow;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;

/// The targets of each source of one projection, drawn as the semantics say.
///
/// @param starts where the row of each source starts, and the end of the last
/// @param targets counted from the first neuron of the target population
record TargetRows(int[] starts, char[] targets) {

  /// {@return the rows of a projection with a rule that the benchmark networks use}
  static TargetRows draw(NetworkPlan plan, String family, int nth) {
    ProjectionPlan projection =
        plan.projections().stream().filter(p -> p.family().equals(family)).toList().get(nth);
    int sources = plan.populations().get(projection.source()).size();
    int size = plan.populations().get(projection.target()).size();
    RandomStream stream = new RandomStream(StreamKey.of(plan.seed(), projection.stream()));
    return switch (projection.rule()) {
      case ConnectionRule.Probability(double p) -> bernoulli(new BernoulliRow(size, p), sources, size, stream);
      case ConnectionRule.OutDegree(int count, _) -> distinct(sources, size, count, stream);
      default -> throw new IllegalArgumentException("no rows by hand for " + projection.rule());
    };
  }

  private static TargetRows bernoulli(
      BernoulliRow row, int sources, int size, RandomStream stream) {
    int[] starts = new int[sources + 1];
    char[] targets = new char[16];
    int[] drawn = new int[size];
    for (int source = 0; source < sources; source++) {
      stream.seek(source, 0);
      int count = row.count(stream);
      int end = starts[source] + count;
      if (end > targets.length) {
        targets = Arrays.copyOf(targets, 2 * end);
      }
      row.draw(stream, count, drawn, 0);
      for (int i = 0; i < count; i++) {
        targets[starts[source] + i] = (char) drawn[i];
      }
      starts[source + 1] = end;
    }
    return new TargetRows(starts, Arrays.copyOf(targets, starts[sources]));
  }

  private static TargetRows distinct(int sources, int size, int count, RandomStream stream) {
    int[] starts = new int[sources + 1];
    char[] targets = new char[sources * count];
    DistinctDraw draw = new DistinctDraw();
    int[] row = new int[count];
    for (int source = 0; source < sources; source++) {
      draw.draw(stream.seek(source, 0), size, count, row, 0);
      for (int i = 0; i < count; i++) {
        targets[starts[source] + i] = (char) row[i];
      }
      starts[source + 1] = starts[source] + count;
    }
    return new TargetRows(starts, targets);
  }

  /// {@return these rows with those of another projection of the same sources after them}
  ///
  /// @param shift what takes a target of the other to one of these
  TargetRows with(TargetRows other, int shift) {
    int sources = starts.length - 1;
    int[] places = new int[starts.length];
    char[] both = new char[targets.length + other.targets.length];
    for (int source = 0; source < sources; source++) {
      int at = places[source];
      for (int k = starts[source]; k < starts[source + 1]; k++) {
        both[at++] = targets[k];
      }
      for (int k = other.starts[source]; k < other.starts[source + 1]; k++) {
        both[at++] = (char) (other.targets[k] + shift);
      }
      places[source + 1] = at;
    }
    return new TargetRows(places, both);
  }

  /// Adds a weight at every target of a source.
  ///
  /// @param base the first neuron of the target population in `sums`
  void add(int source, float weight, float[] sums, int base) {
    char[] row = targets;
    int end = starts[source + 1];
    for (int k = starts[source]; k < end; k++) {
      sums[base + row[k]] += weight;
    }
  }

  /// Adds a weight at every target of a source.
  ///
  /// @param base the first neuron of the target population in `sums`
  void add(int source, double weight, double[] sums, int base) {
    char[] row = targets;
    int end = starts[source + 1];
    for (int k = starts[source]; k < end; k++) {
      sums[base + row[k]] += weight;
    }
  }
}

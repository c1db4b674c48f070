package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.numeric.BernoulliRow;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;
import org.eimodel.runtime.connect.TotalCounts;

/// The synapses of a projection as plain lists, drawn as `docs/semantics.md` says: a row for each source, sorted by target,
/// whether it is stored or procedural.
final class ReferenceSynapses {
  private final ProjectionPlan projection;
  private final int sources;
  private final int targets;
  private final boolean notItself;
  private final RandomStream stream;
  private final List<List<Drawn>> rows = new ArrayList<>();

  /// A synapse before it has a weight and a delay.
  ///
  /// @param place in the file of pairs, or -1
  private record Drawn(int target, int place) {}

  private ReferenceSynapses(NetworkPlan plan, ProjectionPlan projection) {
    this.projection = projection;
    sources = plan.populations().get(projection.source()).size();
    targets = plan.populations().get(projection.target()).size();
    notItself = projection.source() == projection.target() && !projection.autapses();
    stream = new RandomStream(StreamKey.of(plan.seed(), projection.stream()));
    for (int source = 0; source < sources; source++) {
      rows.add(new ArrayList<>());
    }
  }

  /// {@return for each source its synapses}
  static List<List<ReferenceSynapse>> of(NetworkPlan plan, ProjectionPlan projection) {
    ReferenceSynapses synapses = new ReferenceSynapses(plan, projection);
    synapses.draw();
    synapses.rows.forEach(row -> row.sort(Comparator.comparingInt(Drawn::target)));
    return synapses.valued(plan);
  }

  /// Numbers the synapses inside their rows, or columns where those were drawn, and gives each its weight and delay.
  private List<List<ReferenceSynapse>> valued(NetworkPlan plan) {
    boolean columns = projection.rule() instanceof ConnectionRule.InDegree;
    int[] inColumn = new int[targets];
    List<List<ReferenceSynapse>> valued = new ArrayList<>();
    ReferenceValues weights =
        new ReferenceValues(
            projection.weights().orElse(new SynapseValues.Uniform(Double.NaN)), plan.seed());
    for (int source = 0; source < sources; source++) {
      List<ReferenceSynapse> row = new ArrayList<>();
      for (Drawn drawn : rows.get(source)) {
        int target = drawn.target;
        ReferenceValues.Place place =
            new ReferenceValues.Place(
                source,
                target,
                columns ? target : source,
                columns ? inColumn[target]++ : row.size(),
                drawn.place);
        row.add(new ReferenceSynapse(target, weights.of(place), delay(plan, place)));
      }
      valued.add(row);
    }
    return valued;
  }

  private int delay(NetworkPlan plan, ReferenceValues.Place place) {
    return switch (projection.delays()) {
      case Delays.Same(int steps) -> steps;
      case Delays.Each(SynapseValues milliseconds) ->
          (int) Math.rint(new ReferenceValues(milliseconds, plan.seed()).of(place) / plan.dt());
    };
  }

  private void draw() {
    switch (projection.rule()) {
      case ConnectionRule.All _ -> everyPair((_, _) -> true);
      case ConnectionRule.OneToOne _ -> everyPair((source, target) -> source == target);
      case ConnectionRule.Where(var condition) -> everyPair(condition);
      case ConnectionRule.Pairs(int[] from, int[] to) -> {
        for (int k = 0; k < from.length; k++) {
          if (!(notItself && from[k] == to[k])) {
            rows.get(from[k]).add(new Drawn(to[k], k));
          }
        }
      }
      case ConnectionRule.Probability(double p) -> {
        BernoulliRow row = new BernoulliRow(others(targets), p);
        for (int source = 0; source < sources; source++) {
          stream.seek(source, 0);
          int[] drawn = new int[row.count(stream)];
          row.draw(stream, drawn.length, drawn, 0);
          take(source, drawn);
        }
      }
      case ConnectionRule.OutDegree(int count, boolean multapses) -> {
        for (int source = 0; source < sources; source++) {
          take(source, drawn(source, others(targets), count, multapses));
        }
      }
      case ConnectionRule.InDegree(int count, boolean multapses) -> {
        for (int target = 0; target < targets; target++) {
          for (int other : drawn(target, others(sources), count, multapses)) {
            rows.get(steppedOver(other, target)).add(new Drawn(target, -1));
          }
        }
      }
      case ConnectionRule.Total(long count, boolean multapses) -> {
        int[] counts = TotalCounts.draw(stream, sources, others(targets), count, multapses);
        for (int source = 0; source < sources; source++) {
          take(source, drawn(source, others(targets), counts[source], multapses));
        }
      }
    }
  }

  private void everyPair(ConnectionRule.PairCondition condition) {
    for (int source = 0; source < sources; source++) {
      for (int target = 0; target < targets; target++) {
        if (!(notItself && source == target) && condition.connects(source, target)) {
          rows.get(source).add(new Drawn(target, -1));
        }
      }
    }
  }

  private int[] drawn(int element, int n, int count, boolean multapses) {
    int[] drawn = new int[count];
    stream.seek(element, 0);
    if (multapses) {
      Arrays.setAll(drawn, _ -> stream.nextBounded(n));
    } else {
      new DistinctDraw().draw(stream, n, count, drawn, 0);
    }
    return drawn;
  }

  private void take(int source, int[] drawn) {
    for (int target : drawn) {
      rows.get(source).add(new Drawn(steppedOver(target, source), -1));
    }
  }

  private int others(int n) {
    return notItself ? n - 1 : n;
  }

  private int steppedOver(int drawn, int self) {
    return notItself && drawn >= self ? drawn + 1 : drawn;
  }
}

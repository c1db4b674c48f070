package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.Optional;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.numeric.PhiloxRow;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;
import org.jspecify.annotations.Nullable;

/// One projection on its way to rows: sizes, stream, and what the rule needs to know before any row is drawn.
final class Wiring {
  /// The declared name.
  final String family;

  /// How many synapses are expected.
  final double expected;

  final ConnectionRule rule;
  final int sources;
  final int targets;

  /// What takes a target, counted inside its population, to the storage of its group.
  final int firstTarget;

  /// Whether a source must be stepped over among its own targets.
  final boolean withoutSelf;

  /// What each synapse has of its own; `delays` may say that all have the same.
  final Optional<SynapseValues> weights;

  final Delays delays;

  /// The time step in ms.
  final double dt;

  private @Nullable DelayTable delayTable;
  private final long seed;
  private final long key;

  /// Where rows share what is drawn before them: the length of each row.
  int[] counts = {};

  /// Where lengths are fixed before rows are drawn: the largest.
  int most;

  /// Of given pairs: where the row of each source starts in `given`, and the end of the last.
  int[] places = {};

  int[] given = {};

  /// Of given pairs: which of them each entry of `given` was.
  int[] order = {};

  /// @param firstTarget the target population's first neuron in the storage of its group
  /// @param expected number of synapses
  Wiring(NetworkPlan network, ProjectionPlan projection, int firstTarget, double expected) {
    family = projection.family();
    this.expected = expected;
    this.firstTarget = firstTarget;
    rule = projection.rule();
    sources = network.populations().get(projection.source()).size();
    targets = network.populations().get(projection.target()).size();
    withoutSelf = !projection.autapses() && projection.source() == projection.target();
    weights = projection.weights();
    delays = projection.delays();
    dt = network.dt();
    seed = network.seed();
    key = StreamKey.of(network.seed(), projection.stream());
  }

  RandomStream stream() {
    return new RandomStream(key);
  }

  /// {@return the projection's stream}
  ///
  /// @param row where many words at once are made
  RandomStream stream(PhiloxRow row) {
    return new RandomStream(key, row);
  }

  /// {@return the stream of a declaration}
  RandomStream stream(String name, PhiloxRow row) {
    return new RandomStream(StreamKey.of(seed, name), row);
  }

  /// {@return the table of drawn delays, made once}
  synchronized DelayTable delayTable(SynapseValues.Drawn drawn) {
    if (delayTable == null) {
      delayTable = new DelayTable(new Distributed(drawn), dt);
    }
    return delayTable;
  }

  /// {@return whether synapses are drawn for each target, not for each source}
  boolean byColumn() {
    return rule instanceof ConnectionRule.InDegree;
  }

  /// {@return whether spikes reach some targets later than others}
  boolean ownDelays() {
    return delays instanceof Delays.Each;
  }

  /// {@return whether synapses differ in more than their targets}
  boolean ownValues() {
    return weights.isPresent() || ownDelays();
  }

  /// {@return among how many targets a source chooses}
  int candidates() {
    return withoutSelf ? targets - 1 : targets;
  }

  /// {@return the length of a row, where it is fixed before rows are drawn}
  int count(int source) {
    return counts.length == 0 ? most : counts[source];
  }

  /// Computes what rows depend on together.
  void prepare() {
    switch (rule) {
      case ConnectionRule.OutDegree(int count, _) -> most = count;
      case ConnectionRule.Total(long count, boolean multapses) -> {
        counts = RowCounts.draw(stream(), sources, candidates(), count, multapses);
        most = Arrays.stream(counts).max().orElse(0);
      }
      case ConnectionRule.Pairs(int[] from, int[] to) -> sort(from, to);
      case ConnectionRule.All _,
          ConnectionRule.OneToOne _,
          ConnectionRule.Probability _,
          ConnectionRule.InDegree _,
          ConnectionRule.Where _ -> {}
    }
  }

  /// Sorts pairs by source, then target; equal pairs stay in their order.
  private void sort(int[] from, int[] to) {
    places = new int[sources + 1];
    int kept = 0;
    for (int i = 0; i < from.length; i++) {
      if (!(withoutSelf && from[i] == to[i])) {
        places[from[i] + 1]++;
        kept++;
      }
    }
    for (int s = 0; s < sources; s++) {
      places[s + 1] += places[s];
    }
    long[] sorted = new long[kept];
    int[] next = Arrays.copyOf(places, sources);
    for (int i = 0; i < from.length; i++) {
      if (!(withoutSelf && from[i] == to[i])) {
        sorted[next[from[i]]++] = (long) to[i] << Integer.SIZE | i;
      }
    }
    for (int s = 0; s < sources; s++) {
      Arrays.sort(sorted, places[s], places[s + 1]);
    }
    given = new int[kept];
    order = new int[kept];
    for (int k = 0; k < kept; k++) {
      given[k] = (int) (sorted[k] >>> Integer.SIZE);
      order[k] = (int) sorted[k];
    }
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;

/// One projection on its way to rows: sizes, stream, and what the rule needs to know before any row is drawn.
final class Wiring {
  /// Synapses in a chunk of sources, about: a piece of work for one thread, and far from the largest array.
  private static final int CHUNK = 1 << 22;

  final ConnectionRule rule;
  final int sources;
  final int targets;

  /// Whether a source must be stepped over among its own targets.
  final boolean withoutSelf;

  private final long key;

  /// Of `total`: the length of each row.
  int[] counts = {};

  /// Of given pairs: where the row of each source starts in `given`, and the end of the last.
  int[] places = {};

  int[] given = {};

  Wiring(NetworkPlan network, ProjectionPlan projection) {
    rule = projection.rule();
    sources = network.populations().get(projection.source()).size();
    targets = network.populations().get(projection.target()).size();
    withoutSelf = !projection.autapses() && projection.source() == projection.target();
    key = StreamKey.of(network.seed(), projection.stream());
  }

  RandomStream stream() {
    return new RandomStream(key);
  }

  /// {@return among how many targets a source chooses}
  int candidates() {
    return withoutSelf ? targets - 1 : targets;
  }

  /// {@return how many sources a chunk has, as a power of two}
  int chunkShift(double synapses) {
    int most = (int) Math.max(1, CHUNK / Math.max(1, synapses / sources));
    int all = 32 - Integer.numberOfLeadingZeros(sources - 1);
    return Math.min(all, 31 - Integer.numberOfLeadingZeros(most));
  }

  /// Computes what rows depend on together.
  void prepare() {
    switch (rule) {
      case ConnectionRule.Total(long count, boolean multapses) ->
          counts = RowCounts.draw(stream(), sources, candidates(), count, multapses);
      case ConnectionRule.Pairs(int[] from, int[] to) -> sort(from, to);
      case ConnectionRule.All _,
          ConnectionRule.OneToOne _,
          ConnectionRule.Probability _,
          ConnectionRule.OutDegree _,
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
    given = new int[kept];
    int[] next = Arrays.copyOf(places, sources);
    for (int i = 0; i < from.length; i++) {
      if (!(withoutSelf && from[i] == to[i])) {
        given[next[from[i]]++] = to[i];
      }
    }
    for (int s = 0; s < sources; s++) {
      Arrays.sort(given, places[s], places[s + 1]);
    }
  }
}

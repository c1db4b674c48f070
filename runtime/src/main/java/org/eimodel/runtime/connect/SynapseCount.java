package org.eimodel.runtime.connect;

import java.util.SplittableRandom;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;

/// Says how many synapses a projection will have, before any is drawn.
public final class SynapseCount {
  /// Conditions are asked about all pairs up to this many, and about one of every n pairs above.
  private static final long ASKED = 4_000_000;

  private SynapseCount() {}

  /// {@return the expected number of synapses; exact for rules that fix it, and 0 only where there can be none}
  public static double expected(NetworkPlan network, ProjectionPlan projection) {
    double sources = network.populations().get(projection.source()).size();
    double targets = network.populations().get(projection.target()).size();
    boolean own = !projection.autapses() && projection.source() == projection.target();
    double pairs = sources * targets - (own ? sources : 0);
    return switch (projection.rule()) {
      case ConnectionRule.All _ -> pairs;
      case ConnectionRule.OneToOne _ -> own ? 0 : sources;
      case ConnectionRule.Probability(double p) -> p * pairs;
      case ConnectionRule.OutDegree(int count, _) -> sources * count;
      case ConnectionRule.InDegree(int count, _) -> targets * count;
      case ConnectionRule.Total(long count, _) -> count;
      case ConnectionRule.Pairs(int[] from, int[] to) -> own ? different(from, to) : from.length;
      case ConnectionRule.Where(var condition) ->
          ask(condition, (long) sources, (long) targets, own);
    };
  }

  private static double different(int[] from, int[] to) {
    int count = 0;
    for (int i = 0; i < from.length; i++) {
      count += from[i] == to[i] ? 0 : 1;
    }
    return count;
  }

  private static double ask(
      ConnectionRule.PairCondition condition, long sources, long targets, boolean own) {
    long pairs = sources * targets;
    long stride = Math.max(1, Math.ceilDiv(pairs, ASKED));
    SplittableRandom within = new SplittableRandom(1);
    long asked = 0;
    long yes = 0;
    for (long first = 0; first < pairs; first += stride, asked++) {
      // anywhere among the n: a fixed place would walk down a diagonal or a column
      long pair = first + within.nextLong(Math.min(stride, pairs - first));
      int source = (int) (pair / targets);
      int target = (int) (pair % targets);
      if (!(own && source == target) && condition.connects(source, target)) {
        yes++;
      }
    }
    // that none of a sample connects proves nothing
    return stride == 1 ? yes : (double) Math.max(1, yes) / asked * pairs;
  }
}

package org.eimodel.runtime.layout;

import java.util.Arrays;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;

/// Populations whose spikes reach each other in the next step, directly or through others: the areas of a network of areas.
///
/// Slices that hold whole clusters may make several steps before they wait for each other.
final class Clusters {
  private Clusters() {}

  /// {@return for each population of the plan, a population that stands for its cluster}
  static int[] of(NetworkPlan plan) {
    int[] known = new int[plan.populations().size()];
    Arrays.setAll(known, p -> p);
    for (ProjectionPlan projection : plan.projections()) {
      if (soon(projection.delays())) {
        known[root(known, projection.source())] = root(known, projection.target());
      }
    }
    return Arrays.stream(known).map(p -> root(known, p)).toArray();
  }

  private static boolean soon(Delays delays) {
    return switch (delays) {
      case Delays.Same(int steps) -> steps == 0;
      case Delays.Each _ -> true;
    };
  }

  private static int root(int[] known, int population) {
    int p = population;
    while (known[p] != p) {
      known[p] = known[known[p]];
      p = known[p];
    }
    return p;
  }
}

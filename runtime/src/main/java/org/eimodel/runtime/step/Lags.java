package org.eimodel.runtime.step;

import java.util.Arrays;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;

/// How many steps back spikes are read.
final class Lags {
  private final int[] ofPopulations;

  Lags(NetworkPlan plan) {
    ofPopulations = new int[plan.populations().size()];
    Arrays.fill(ofPopulations, 1);
    int noted = 1 + Patience.of(plan);
    for (ProjectionPlan projection : plan.projections()) {
      int source = projection.source();
      ofPopulations[source] = Math.max(ofPopulations[source], of(projection, noted));
    }
  }

  /// {@return how many steps back the spikes of a slice's populations are read}
  int of(Slice slice) {
    int longest = 1;
    for (Part part : slice.parts()) {
      longest = Math.max(longest, ofPopulations[part.population()]);
    }
    return longest;
  }

  private static int of(ProjectionPlan projection, int noted) {
    return switch (projection.delays()) {
      case Delays.Same(int steps) -> 1 + steps;
      case Delays.Each _ -> noted;
    };
  }
}

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
  private final int patience;

  Lags(NetworkPlan plan) {
    ofPopulations = new int[plan.populations().size()];
    Arrays.fill(ofPopulations, 1);
    patience = Patience.of(plan);
    for (ProjectionPlan projection : plan.projections()) {
      int source = projection.source();
      ofPopulations[source] = Math.max(ofPopulations[source], of(projection));
    }
  }

  /// {@return how long spikes wait that are noted}
  int patience() {
    return patience;
  }

  /// {@return how many steps back the spikes of a slice's populations are read}
  int of(Slice slice) {
    int longest = 1;
    for (Part part : slice.parts()) {
      longest = Math.max(longest, ofPopulations[part.population()]);
    }
    return longest;
  }

  private int of(ProjectionPlan projection) {
    return switch (projection.delays()) {
      case Delays.Same(int steps) -> 1 + steps;
      case Delays.Each _ -> 1 + patience;
    };
  }
}

package org.eimodel.runtime.step;

import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Slice;

/// How many steps back spikes are read.
final class Lags {
  private Lags() {}

  /// {@return how many steps back the spikes of a slice's populations are read}
  static int of(NetworkPlan plan, Slice slice) {
    return slice.parts().stream().mapToInt(part -> of(plan, part.population())).max().orElse(1);
  }

  private static int of(NetworkPlan plan, int population) {
    return plan.projections().stream()
        .filter(projection -> projection.source() == population)
        .mapToInt(Lags::of)
        .max()
        .orElse(1);
  }

  private static int of(ProjectionPlan projection) {
    return switch (projection.delays()) {
      case Delays.Same(int steps) -> 1 + steps;
      // noted at once, for when they are due
      case Delays.Each _ -> 1;
    };
  }
}

package org.eimodel.runtime.step;

import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;

/// How many steps each slice may make before it waits for the others: as many as the shortest delay between two of them.
public final class Rounds {
  /// Beyond, a round has little to save, and spikes on their way take more memory.
  private static final int MOST = 16;

  private Rounds() {}

  /// {@return the steps of a round, at least 1}
  public static int of(NetworkPlan plan, Layout layout) {
    if (layout.slices().size() == 1) {
      return 1;
    }
    int steps = MOST;
    for (ProjectionPlan projection : plan.projections()) {
      switch (projection.delays()) {
        case Delays.Same(int delay) -> {
          if (crosses(projection, layout)) {
            steps = Math.min(steps, 1 + delay);
          }
        }
        // Spikes are noted in the step after, and with them those that must keep an order with theirs.
        case Delays.Each _ -> steps = 1;
      }
    }
    return steps;
  }

  private static boolean crosses(ProjectionPlan projection, Layout layout) {
    for (Part from : layout.parts().get(projection.source())) {
      for (Part to : layout.parts().get(projection.target())) {
        if (from.slice() != to.slice()) {
          return true;
        }
      }
    }
    return false;
  }
}

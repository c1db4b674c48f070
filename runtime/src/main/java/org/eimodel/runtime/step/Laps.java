package org.eimodel.runtime.step;

import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;

/// How far slices go before they wait for each other.
///
/// All slices go the same number of steps in a lap, and begin one when all have done the lap before the last: so what crosses
/// between two slices is under way for two laps at least. After some laps, a round, all wait for all.
///
/// @param steps of a lap, at least 1
/// @param most laps of a round, at least 1
public record Laps(int steps, int most) {
  /// Beyond, a lap has little to save, and spikes on their way take more memory.
  private static final int LONGEST = 8;

  /// Beyond, a round has little to save, and whoever wants to stop it waits.
  private static final int MOST = 8;

  /// {@return as many steps as the shortest delay between two slices allows}
  public static Laps of(NetworkPlan plan, Layout layout) {
    int apart = layout.slices().size() == 1 ? 1 : apart(plan, layout);
    return apart == 1 ? new Laps(1, 1) : new Laps(apart / 2, MOST);
  }

  /// {@return by how many steps the first slice may be ahead of the last one, while both are in a step}
  int apart() {
    return most == 1 ? steps : 2 * steps;
  }

  /// {@return the steps of a round}
  public int round() {
    return steps * most;
  }

  /// {@return the steps after which a spike reaches another slice at the earliest, or enough}
  private static int apart(NetworkPlan plan, Layout layout) {
    int steps = 2 * LONGEST;
    int noted = 1 + Patience.of(plan);
    for (ProjectionPlan projection : plan.projections()) {
      switch (projection.delays()) {
        case Delays.Same(int delay) -> {
          if (crosses(projection, layout)) {
            steps = Math.min(steps, 1 + delay);
          }
        }
        case Delays.Each _ -> steps = Math.min(steps, noted);
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

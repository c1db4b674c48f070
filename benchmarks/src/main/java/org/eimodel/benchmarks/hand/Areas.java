package org.eimodel.benchmarks.hand;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.compiler.plan.PopulationPlan;

/// Wiring inside each of the 29 areas: the neurons of an area lie side by side, E before I.
///
/// @param e excitatory neurons of an area
/// @param size neurons of an area
/// @param local for each area its rows EE, EI, IE, II
record Areas(int e, int size, List<TargetRows[]> local) {

  static Areas of(Beginning start) {
    List<PopulationPlan> populations = start.plan().populations();
    int areas = populations.size() / 2;
    List<TargetRows[]> local = new ArrayList<>();
    for (int area = 0; area < areas; area++) {
      local.add(
          new TargetRows[] {
            TargetRows.draw(start.plan(), "EE", area),
            TargetRows.draw(start.plan(), "EI", area),
            TargetRows.draw(start.plan(), "IE", area),
            TargetRows.draw(start.plan(), "II", area)
          });
    }
    int e = populations.getFirst().size();
    return new Areas(e, e + populations.getLast().size(), local);
  }

  /// Delivers the spikes of the last step, in ascending order.
  void deliver(int[] spikes, int count, float[] excitation, float[] inhibition) {
    for (int s = 0; s < count; s++) {
      int area = spikes[s] / size;
      int first = area * size;
      int source = spikes[s] - first;
      TargetRows[] rows = local.get(area);
      if (source < e) {
        rows[0].add(source, 0.10108301f, excitation, first);
        rows[1].add(source, 0.60604239f, excitation, first + e);
      } else {
        rows[2].add(source - e, -0.60977116f, inhibition, first);
        rows[3].add(source - e, -0.33540355f, inhibition, first + e);
      }
    }
  }
}

package org.eimodel.runtime.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;

/// Where every neuron lives.
///
/// @param slices all slices, group by group, in storage order
/// @param first for each population of the plan, its first neuron in the storage of its group
/// @param parts for each population of the plan, its parts in order
public record Layout(List<Slice> slices, int[] first, List<List<Part>> parts) {

  /// {@return the layout of a network}
  public static Layout of(NetworkPlan plan, SliceRule rule) {
    int[] first = new int[plan.populations().size()];
    List<List<Part>> parts = new ArrayList<>();
    plan.populations().forEach(_ -> parts.add(new ArrayList<>()));
    List<Slice> slices = new ArrayList<>();
    int[] clusters = Clusters.of(plan);
    for (int g = 0; g < plan.groups().size(); g++) {
      GroupPlan group = plan.groups().get(g);
      int[] borders = borders(plan, group);
      for (int k = 0; k < group.populations().size(); k++) {
        first[group.populations().get(k)] = borders[k];
      }
      int[] cuts = rule.cut(borders, clusterBorders(borders, group, clusters), ownDelays(plan, g));
      for (int k = 0; k + 1 < cuts.length; k++) {
        Slice slice = slice(slices.size(), g, group, borders, cuts[k], cuts[k + 1]);
        slices.add(slice);
        slice.parts().forEach(part -> parts.get(part.population()).add(part));
      }
    }
    return new Layout(List.copyOf(slices), first, List.copyOf(parts));
  }

  /// {@return the borders at which the cluster changes, the first, and the last}
  private static int[] clusterBorders(int[] borders, GroupPlan group, int[] clusters) {
    return IntStream.range(0, borders.length)
        .filter(k ->
            k == 0
                || k == borders.length - 1
                || clusters[group.populations().get(k - 1)] != clusters[group.populations().get(k)])
        .map(k -> borders[k])
        .toArray();
  }

  private static boolean ownDelays(NetworkPlan plan, int group) {
    return plan.projections().stream()
        .filter(projection -> plan.populations().get(projection.target()).group() == group)
        .anyMatch(projection -> projection.delays() instanceof Delays.Each);
  }

  private static int[] borders(NetworkPlan plan, GroupPlan group) {
    int[] borders = new int[group.populations().size() + 1];
    for (int k = 0; k < group.populations().size(); k++) {
      int size = plan.populations().get(group.populations().get(k)).size();
      borders[k + 1] = Math.addExact(borders[k], size);
    }
    return borders;
  }

  private static Slice slice(
      int index, int g, GroupPlan group, int[] borders, int from, int until) {
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k + 1 < borders.length; k++) {
      int begin = Math.max(from, borders[k]);
      int end = Math.min(until, borders[k + 1]);
      if (begin < end) {
        int population = group.populations().get(k);
        parts.add(
            new Part(population, index, parts.size(), begin, end - begin, begin - borders[k]));
      }
    }
    return new Slice(index, g, from, until - from, parts);
  }
}

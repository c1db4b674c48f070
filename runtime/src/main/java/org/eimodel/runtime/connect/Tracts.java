package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Layout;

/// Finds the tracts of a network.
public final class Tracts {
  /// What the projections of one tract have in common.
  ///
  /// @param layer how many projections come before, from the same population to the same
  /// @param delay empty where each synapse has its own
  /// @param column the projection, where synapses are drawn by column: it shares no tract; else -1
  private record Alike(
      int source,
      int layer,
      int group,
      int arrival,
      List<Double> scalars,
      Optional<Integer> delay,
      boolean weighted,
      boolean procedural,
      int column) {}

  private record Members(Alike alike, List<Integer> projections) {}

  private Tracts() {}

  /// {@return the tracts, those of one source population in the order of their projections at every target}
  public static List<Tract> of(NetworkPlan plan, Layout layout) {
    List<Members> all = members(plan);
    Encounters encounters = new Encounters(plan, all.stream().map(Members::projections).toList());
    boolean[] late = encounters.reachedFrom(k -> all.get(k).alike.delay.isEmpty());
    List<Tract> tracts = new ArrayList<>();
    for (int k = 0; k < late.length; k++) {
      Alike own = all.get(k).alike;
      boolean isLate = late[k];
      boolean apart =
          encounters.meets(
              k,
              set -> {
                Alike other = all.get(set).alike;
                return other.source == own.source && (isLate || own.delay.equals(other.delay));
              });
      tracts.add(tract(plan, layout, all.get(k), apart, isLate));
    }
    return List.copyOf(tracts);
  }

  private static List<Members> members(NetworkPlan plan) {
    Map<List<Integer>, Integer> layers = new HashMap<>();
    Map<Alike, List<Integer>> found = new LinkedHashMap<>();
    for (int j = 0; j < plan.projections().size(); j++) {
      ProjectionPlan projection = plan.projections().get(j);
      int layer =
          layers.merge(List.of(projection.source(), projection.target()), 1, Integer::sum) - 1;
      found.computeIfAbsent(alike(plan, j, layer), _ -> new ArrayList<>()).add(j);
    }
    return found.entrySet().stream()
        .map(entry -> new Members(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(members -> members.alike.layer))
        .toList();
  }

  private static Alike alike(NetworkPlan plan, int j, int layer) {
    ProjectionPlan projection = plan.projections().get(j);
    return new Alike(
        projection.source(),
        layer,
        plan.populations().get(projection.target()).group(),
        projection.arrival(),
        Arrays.stream(projection.arrivalScalars()).boxed().toList(),
        switch (projection.delays()) {
          case Delays.Same(int steps) -> Optional.of(steps);
          case Delays.Each _ -> Optional.empty();
        },
        projection.weights().isPresent(),
        projection.procedural(),
        projection.rule() instanceof ConnectionRule.InDegree ? j : -1);
  }

  private static Tract tract(
      NetworkPlan plan, Layout layout, Members members, boolean apart, boolean late) {
    Alike alike = members.alike;
    ProjectionPlan first = plan.projections().get(members.projections.getFirst());
    List<Integer> stored =
        members.projections.stream()
            .sorted(Comparator.comparingInt(j -> layout.first()[plan.projections().get(j).target()]))
            .toList();
    return new Tract(
        stored,
        alike.source,
        alike.group,
        alike.arrival,
        first.arrivalScalars(),
        first.delays(),
        alike.weighted,
        alike.procedural,
        alike.column >= 0,
        apart,
        late);
  }
}

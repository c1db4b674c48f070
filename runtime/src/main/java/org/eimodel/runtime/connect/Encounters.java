package org.eimodel.runtime.connect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;

/// Says which sets of projections meet: at some target, the order of their arrivals can be told from the state.
final class Encounters {
  private final NetworkPlan plan;
  private final List<List<Integer>> sets;

  /// By target population, which sets reach it, and by which projection.
  private final Map<Integer, List<Arrival>> byTarget = new HashMap<>();

  private final Map<Kernel, Touched> known = new HashMap<>();

  private record Arrival(int set, Touched touched) {}

  /// @param sets of positions of projections
  Encounters(NetworkPlan plan, List<List<Integer>> sets) {
    this.plan = plan;
    this.sets = sets;
    for (int k = 0; k < sets.size(); k++) {
      for (int j : sets.get(k)) {
        byTarget
            .computeIfAbsent(plan.projections().get(j).target(), _ -> new ArrayList<>())
            .add(new Arrival(k, touched(j)));
      }
    }
  }

  private Touched touched(int j) {
    ProjectionPlan projection = plan.projections().get(j);
    int group = plan.populations().get(projection.target()).group();
    Kernel kernel = plan.groups().get(group).arrivals().get(projection.arrival());
    return known.computeIfAbsent(kernel, Touched::by);
  }

  private List<Arrival> at(int target) {
    return byTarget.getOrDefault(target, List.of());
  }

  /// {@return the other sets that a set meets}
  Set<Integer> of(int set) {
    Set<Integer> met = new TreeSet<>();
    for (int j : sets.get(set)) {
      Touched own = touched(j);
      for (Arrival other : at(plan.projections().get(j).target())) {
        if (other.set != set && own.orderMatters(other.touched)) {
          met.add(other.set);
        }
      }
    }
    return met;
  }

  /// {@return the sets that a question is true for, those that meet them, and so on}
  boolean[] reachedFrom(IntPredicate question) {
    boolean[] reached = new boolean[sets.size()];
    ArrayDeque<Integer> next = new ArrayDeque<>();
    for (int k = 0; k < reached.length; k++) {
      if (question.test(k)) {
        reached[k] = true;
        next.add(k);
      }
    }
    while (!next.isEmpty()) {
      for (int other : of(next.remove())) {
        if (!reached[other]) {
          reached[other] = true;
          next.add(other);
        }
      }
    }
    return reached;
  }
}

package org.eimodel.runtime.connect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;

/// Says which sets of projections meet: at some target, the order of their arrivals can be told from the state.
final class Encounters {
  private final NetworkPlan plan;
  private final List<List<Integer>> sets;

  /// By group, then arrival, then another arrival: whether their order matters.
  private final List<boolean[][]> orderMatters;

  /// By target population, which sets reach it.
  private final List<List<Reaching>> byTarget = new ArrayList<>();

  /// @param arrival of the projection, among those of the target's group
  private record Reaching(int set, int arrival) {}

  /// @param sets of positions of projections
  Encounters(NetworkPlan plan, List<List<Integer>> sets) {
    this.plan = plan;
    this.sets = sets;
    this.orderMatters = plan.groups().stream().map(Encounters::orderMatters).toList();
    for (int p = 0; p < plan.populations().size(); p++) {
      byTarget.add(new ArrayList<>());
    }
    for (int k = 0; k < sets.size(); k++) {
      for (int j : sets.get(k)) {
        ProjectionPlan projection = plan.projections().get(j);
        byTarget.get(projection.target()).add(new Reaching(k, projection.arrival()));
      }
    }
  }

  private static boolean[][] orderMatters(GroupPlan group) {
    List<Kernel> arrivals = group.arrivals();
    Touched[] touched = arrivals.stream().map(Touched::by).toArray(Touched[]::new);
    boolean[][] matters = new boolean[touched.length][touched.length];
    for (int a = 0; a < touched.length; a++) {
      for (int b = 0; b < touched.length; b++) {
        matters[a][b] = touched[a].orderMatters(touched[b]);
      }
    }
    return matters;
  }

  /// {@return whether a set meets another that a question is true for}
  boolean meets(int set, IntPredicate question) {
    for (int j : sets.get(set)) {
      ProjectionPlan projection = plan.projections().get(j);
      int group = plan.populations().get(projection.target()).group();
      boolean[] matters = orderMatters.get(group)[projection.arrival()];
      for (Reaching other : byTarget.get(projection.target())) {
        if (other.set != set && matters[other.arrival] && question.test(other.set)) {
          return true;
        }
      }
    }
    return false;
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
      meets(
          next.remove(),
          other -> {
            if (!reached[other]) {
              reached[other] = true;
              next.add(other);
            }
            return false;
          });
    }
    return reached;
  }
}

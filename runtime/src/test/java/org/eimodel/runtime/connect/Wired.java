package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.threads.Workers;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Connects populations by one rule and gives the targets of each source, as they are stored.
///
/// @param sources size of the source population
/// @param targets size of the target population; both are one when `own`
record Wired(int sources, int targets, boolean own, boolean autapses, ConnectionRule rule) {

  static Wired between(int sources, int targets, ConnectionRule rule) {
    return new Wired(sources, targets, false, true, rule);
  }

  static Wired own(int size, boolean autapses, ConnectionRule rule) {
    return new Wired(size, size, true, autapses, rule);
  }

  NetworkPlan plan(long seed) {
    List<Integer> members = own ? List.of(0) : List.of(0, 1, 2);
    Kernel none = new Kernel("none", Kernel.Kind.STEP, List.of(), List.of(), List.of());
    GroupPlan group =
        new GroupPlan(
            "G",
            none,
            List.of(),
            0,
            List.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            members);
    // a population in between: targets begin inside a slice
    List<PopulationPlan> populations =
        own
            ? List.of(population("A", sources))
            : List.of(population("A", sources), population("gap", 5), population("B", targets));
    ProjectionPlan projection =
        new ProjectionPlan(
            "AB",
            List.of(),
            0,
            own ? 0 : 2,
            rule,
            autapses,
            false,
            new Delays.Same(0),
            Optional.empty(),
            0,
            new double[0],
            "AB",
            new Span(new SourceText("none", ""), 0, 0));
    return new NetworkPlan(
        "wired",
        0.1,
        seed,
        0,
        List.of(group),
        populations,
        List.of(projection),
        List.of(),
        List.of(),
        List.of());
  }

  private static PopulationPlan population(String name, int size) {
    return new PopulationPlan(name, List.of(), List.of(), size, 0, new double[0], List.of());
  }

  double expected() {
    NetworkPlan plan = plan(1);
    return SynapseCount.expected(plan, plan.projections().getFirst());
  }

  Connectivity connectivity(long seed, int threads, SliceRule slices) {
    NetworkPlan plan = plan(seed);
    try (Workers workers = new Workers(threads)) {
      return Connectivity.build(plan, Layout.of(plan, slices), workers);
    }
  }

  List<List<Integer>> rows(long seed) {
    return rows(seed, 1, SliceRule.STANDARD);
  }

  List<List<Integer>> rows(long seed, int threads, SliceRule slices) {
    Layout layout = Layout.of(plan(seed), slices);
    List<List<Integer>> all = new ArrayList<>();
    for (int s = 0; s < sources; s++) {
      all.add(new ArrayList<>());
    }
    for (Rows rows : connectivity(seed, threads, slices).rows().getFirst()) {
      int first = layout.slices().get(rows.part().slice()).first() - layout.first()[own ? 0 : 2];
      for (int s = 0; s < sources; s++) {
        int chunk = rows.chunk(s);
        for (int i = rows.start(chunk, s); i < rows.end(chunk, s); i++) {
          all.get(s).add(first + rows.targets(chunk)[i]);
        }
      }
    }
    return all;
  }
}

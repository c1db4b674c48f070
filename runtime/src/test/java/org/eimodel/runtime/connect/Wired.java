package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.NormalQuantiles;
import org.eimodel.compiler.kernel.PackedRun;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.state.Reals;
import org.eimodel.runtime.threads.Workers;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Connects populations by one rule and gives the targets of each source, as they are stored.
///
/// @param sources size of the source population
/// @param targets size of the target population; both are one when `own`
record Wired(
    int sources,
    int targets,
    boolean own,
    boolean autapses,
    ConnectionRule rule,
    Optional<SynapseValues> weights,
    Delays delays,
    boolean procedural) {

  /// What takes a source to a spike, in these tests.
  private static final int SHIFT = 1000;

  /// A synapse as it is stored, or drawn.
  ///
  /// @param weight 0 where none has its own
  /// @param delay in steps; 0 where none has its own
  record Synapse(int target, double weight, int delay) {}

  static Wired between(int sources, int targets, ConnectionRule rule) {
    return new Wired(sources, targets, false, true, rule, Optional.empty(), new Delays.Same(0), false);
  }

  static Wired own(int size, boolean autapses, ConnectionRule rule) {
    return new Wired(size, size, true, autapses, rule, Optional.empty(), new Delays.Same(0), false);
  }

  /// {@return the same with a weight for each synapse}
  Wired weighing(SynapseValues values) {
    return new Wired(sources, targets, own, autapses, rule, Optional.of(values), delays, procedural);
  }

  /// {@return the same with a delay for each synapse}
  Wired lasting(SynapseValues milliseconds) {
    return new Wired(
        sources, targets, own, autapses, rule, weights, new Delays.Each(milliseconds), procedural);
  }

  /// {@return the same with rows that are drawn when they are asked for}
  Wired anew() {
    return new Wired(sources, targets, own, autapses, rule, weights, delays, true);
  }

  NetworkPlan plan(long seed) {
    List<Integer> members = own ? List.of(0) : List.of(0, 1, 2);
    Kernel none = new Kernel("none", Kernel.Kind.STEP, List.of(), List.of(), List.of());
    GroupPlan group =
        new GroupPlan(
            "G",
            none,
            List.of(new Kernel("nothing", Kernel.Kind.ARRIVAL, List.of(), List.of(), List.of())),
            0,
            List.of(),
            Optional.empty(),
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
            procedural,
            delays,
            weights,
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
    return connectivity(seed, threads, slices, Precision.DOUBLE);
  }

  private Connectivity connectivity(
      long seed, int threads, SliceRule slices, Precision precision) {
    NetworkPlan plan = plan(seed);
    try (Workers workers = new Workers(threads)) {
      return Connectivity.build(
          Blueprint.of(plan, slices), precision, () -> NormalQuantiles.SCALAR, workers);
    }
  }

  List<List<Integer>> rows(long seed) {
    return rows(seed, 1, SliceRule.STANDARD);
  }

  List<List<Integer>> rows(long seed, int threads, SliceRule slices) {
    return synapses(seed, threads, slices).stream()
        .map(row -> row.stream().map(Synapse::target).toList())
        .toList();
  }

  /// {@return for each source its synapses, slice by slice as they are stored}
  List<List<Synapse>> synapses(long seed, int threads, SliceRule slices) {
    return synapses(seed, threads, slices, Precision.DOUBLE);
  }

  List<List<Synapse>> synapses(long seed, int threads, SliceRule slices, Precision precision) {
    Layout layout = Layout.of(plan(seed), slices);
    List<List<Synapse>> all = new ArrayList<>();
    for (int s = 0; s < sources; s++) {
      all.add(new ArrayList<>());
    }
    Connectivity connectivity = connectivity(seed, threads, slices, precision);
    for (Pathway pathway : connectivity.pathways()) {
      switch (pathway) {
        case Pathway.Sliced(_, List<Rows> parts) ->
            parts.forEach(rows -> read(rows, first(layout, rows.slice()), all));
        case Pathway.Whole(_, List<Integer> reached, WholeRows rows) ->
            read(rows.reading(SHIFT), first(layout, reached), precision, all);
        case Pathway.Drawn(_, List<Integer> reached, DrawnRows rows) ->
            read(rows.drawing(SHIFT, new RowSpace()), first(layout, reached), precision, all);
      }
    }
    return all;
  }

  /// {@return what takes a target of a slice to one of the population}
  private int first(Layout layout, int slice) {
    return layout.slices().get(slice).first() - layout.first()[own ? 0 : 2];
  }

  private int[] first(Layout layout, List<Integer> slices) {
    return slices.stream().mapToInt(k -> first(layout, k)).toArray();
  }

  private void read(Rows rows, int first, List<List<Synapse>> all) {
    for (int s = 0; s < sources; s++) {
      Chunk chunk = rows.chunk(s);
      int row = rows.row(s);
      if (chunk.packed() != null) {
        read(chunk.packed(), chunk.runs(), row, first, all.get(s));
        continue;
      }
      for (int i = chunk.start(row); i < chunk.start(row + 1); i++) {
        double weight = chunk.weights() == null ? 0 : Reals.get(chunk.weights(), i);
        all.get(s).add(new Synapse(first + chunk.targets()[i], weight, delay(chunk, row, i)));
      }
    }
  }

  private void read(
      Spreader rows, int[] first, Precision precision, List<List<Synapse>> all) {
    boolean late = delays instanceof Delays.Each;
    ListRooms rooms = new ListRooms(first.length, Integer.MAX_VALUE);
    Terminals lists =
        new Terminals(first.length, weights.isPresent(), late, precision, rooms);
    for (int s = 0; s < sources; s++) {
      rows.spread(new int[] {s + SHIFT}, 0, 1, lists);
      for (int k = 0; k < first.length; k++) {
        for (int i = 0; i < lists.end(k); i++) {
          Object own = lists.weights(k);
          double weight = own == null ? 0 : Reals.get(own, i);
          int delay = late ? lists.delays(k)[i] : 0;
          all.get(s).add(new Synapse(first[k] + lists.targets(k)[i], weight, delay));
        }
      }
      if (procedural && weights.isEmpty() && !late) {
        // no order is promised; that no multapse is lost, the count says
        all.get(s).sort(Comparator.comparingInt(Synapse::target));
      }
    }
  }

  private static void read(
      int[] packed, Chunk.Runs runs, int row, int first, List<Synapse> all) {
    for (int r = runs.first()[row]; r < runs.first()[row + 1]; r++) {
      int from = runs.starts()[r];
      int to = runs.starts()[r + 1];
      for (int k = 0; k < PackedRun.synapses(from, to); k++) {
        int target = first + PackedRun.target(packed, from, to, k);
        all.add(new Synapse(target, PackedRun.weight(packed, from, to, k), runs.delays()[r]));
      }
    }
  }

  private static int delay(Chunk chunk, int row, int synapse) {
    Chunk.Runs runs = chunk.runs();
    if (runs == null) {
      return 0;
    }
    int run = runs.first()[row];
    while (runs.starts()[run + 1] <= synapse) {
      run++;
    }
    return runs.delays()[run];
  }
}

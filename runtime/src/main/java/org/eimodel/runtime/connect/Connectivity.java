package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.threads.Workers;

/// All synapses of a network.
///
/// @param rows for each projection of the plan, its rows by part of the target population; none where it has no synapse
public record Connectivity(List<List<Rows>> rows) {

  /// {@return the synapses of a network, drawn by all workers together}
  ///
  /// @param precision of weights that synapses have of their own
  public static Connectivity build(
      NetworkPlan network, Layout layout, Precision precision, Workers workers) {
    List<Wiring> wirings = new ArrayList<>();
    List<List<Rows>> rows = new ArrayList<>();
    List<BuildTask> tasks = new ArrayList<>();
    for (ProjectionPlan projection : network.projections()) {
      Wiring wiring = new Wiring(network, projection);
      double synapses = SynapseCount.expected(network, projection);
      wirings.add(wiring);
      rows.add(plan(wiring, synapses, projection, layout, tasks));
    }
    Scratch[] scratch = new Scratch[workers.count()];
    Arrays.setAll(scratch, _ -> new Scratch(precision));
    workers.share(wirings.size(), (item, _) -> wirings.get(item).prepare());
    workers.share(tasks.size(), (item, worker) -> tasks.get(item).run(scratch[worker]));
    return new Connectivity(rows);
  }

  private static List<Rows> plan(
      Wiring wiring,
      double synapses,
      ProjectionPlan projection,
      Layout layout,
      List<BuildTask> tasks) {
    if (synapses == 0) {
      return List.of();
    }
    int shift = wiring.chunkShift(synapses);
    List<Part> parts = layout.parts().get(projection.target());
    List<Rows> rows = parts.stream().map(part -> new Rows(part, shift, wiring.sources)).toList();
    int[] bases = parts.stream().mapToInt(part -> base(layout, part)).toArray();
    if (wiring.rule instanceof ConnectionRule.InDegree inDegree) {
      for (int p = 0; p < bases.length; p++) {
        tasks.add(new ColumnTask(wiring, inDegree, rows.get(p), bases[p], shift));
      }
    } else {
      int chunks = rows.getFirst().chunks();
      for (int c = 0; c < chunks; c++) {
        int until = (int) Math.min(wiring.sources, (c + 1L) << shift);
        tasks.add(new ChunkTask(wiring, rows, bases, c, c << shift, until));
      }
    }
    return rows;
  }

  /// {@return what takes a neuron of the population to one counted from the first of the slice}
  private static int base(Layout layout, Part part) {
    return part.first() - part.offset() - layout.slices().get(part.slice()).first();
  }

  /// {@return how many synapses there are}
  public long synapses() {
    return rows.stream().flatMap(List::stream).mapToLong(Rows::synapses).sum();
  }

  /// {@return how many synapses a projection has}
  public long synapses(int projection) {
    return rows.get(projection).stream().mapToLong(Rows::synapses).sum();
  }

  /// {@return the memory of all rows}
  public long bytes() {
    return rows.stream().flatMap(List::stream).mapToLong(Rows::bytes).sum();
  }
}

package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.jspecify.annotations.Nullable;

/// A tract on its way to synapses: the form that they will have, and the work that makes them.
final class TractBuild {
  /// Synapses in a chunk of sources, about: a piece of work for one thread, and far from the largest array.
  private static final int CHUNK = 1 << 22;

  private final Tract tract;
  private final List<Wiring> wirings = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Slice> slices;
  private final double expected;
  private final int sources;
  private final int shift;
  private final List<Rows> sliced;
  private final @Nullable WholeRows whole;

  TractBuild(Blueprint blueprint, Tract tract) {
    NetworkPlan network = blueprint.plan();
    Layout layout = blueprint.layout();
    this.tract = tract;
    TreeSet<Integer> reached = new TreeSet<>();
    double sum = 0;
    for (int j : tract.projections()) {
      ProjectionPlan projection = network.projections().get(j);
      double own = blueprint.expected()[j];
      if (own > 0) {
        sum += own;
        wirings.add(new Wiring(network, projection, layout.first()[projection.target()], own));
        parts.addAll(layout.parts().get(projection.target()));
        layout.parts().get(projection.target()).forEach(part -> reached.add(part.slice()));
      }
    }
    this.expected = sum;
    this.slices = reached.stream().map(k -> layout.slices().get(k)).toList();
    this.sources = network.populations().get(tract.source()).size();
    boolean byWhole =
        slices.size() > 1 && !tract.apart() && !tract.late() && !tract.procedural();
    // Of a whole row, the number of its targets in each slice is noted, too.
    double row = sum / sources;
    this.shift = chunkShift(byWhole ? Math.max(row, slices.size()) : row, sources);
    this.whole = byWhole ? new WholeRows(shift, sources, slices.size()) : null;
    this.sliced =
        tract.procedural() || (byWhole && !tract.byColumn())
            ? List.of()
            : slices.stream().map(slice -> new Rows(slice.index(), shift, sources)).toList();
  }

  /// {@return how many sources a chunk has, as a power of two}
  ///
  /// @param row numbers that are noted of one of them
  private static int chunkShift(double row, int sources) {
    int most = (int) Math.max(1, CHUNK / Math.max(1, row));
    int all = 32 - Integer.numberOfLeadingZeros(sources - 1);
    return Math.min(all, 31 - Integer.numberOfLeadingZeros(most));
  }

  /// {@return what is built}
  Tract tract() {
    return tract;
  }

  /// {@return the expected number of synapses}
  double expected() {
    return expected;
  }

  /// {@return the slices that it reaches, in storage order}
  List<Slice> slices() {
    return slices;
  }

  /// {@return whether a row goes through all slices}
  boolean whole() {
    return whole != null;
  }

  /// {@return how many sources a chunk has, at most}
  int rowsOfChunk() {
    return until(0);
  }

  /// {@return the tract's projections that have synapses}
  List<Wiring> wirings() {
    return wirings;
  }

  /// {@return the work that draws, when all wirings are prepared}
  List<BuildTask> draw() {
    if (tract.procedural()) {
      return List.of();
    }
    List<BuildTask> tasks = new ArrayList<>();
    if (wirings.getFirst().rule instanceof ConnectionRule.InDegree rule) {
      for (int k = 0; k < parts.size(); k++) {
        tasks.add(
            new ColumnTask(
                wirings.getFirst(), rule, parts.get(k), slices.get(k), sliced.get(k), shift));
      }
      return tasks;
    }
    for (int c = 0; c < chunks(); c++) {
      tasks.add(
          whole == null
              ? new SlicedTask(wirings, slices, sliced, c, c << shift, until(c))
              : new WholeTask(wirings, slices, whole, c, c << shift, until(c)));
    }
    return tasks;
  }

  /// {@return the work that then makes whole rows of sliced ones}
  List<BuildTask> weave() {
    List<BuildTask> tasks = new ArrayList<>();
    if (whole != null && tract.byColumn()) {
      for (int c = 0; c < chunks(); c++) {
        tasks.add(new WeaveTask(sliced, whole, c, c << shift, until(c)));
      }
    }
    return tasks;
  }

  private int chunks() {
    return ((sources - 1) >>> shift) + 1;
  }

  private int until(int chunk) {
    return (int) Math.min(sources, (chunk + 1L) << shift);
  }

  /// {@return the synapses, when all work is done}
  Pathway pathway() {
    List<Integer> reached = slices.stream().map(Slice::index).toList();
    if (tract.procedural()) {
      return new Pathway.Drawn(tract, reached, new DrawnRows(wirings, slices));
    }
    return whole == null
        ? new Pathway.Sliced(tract, sliced)
        : new Pathway.Whole(tract, reached, whole);
  }
}

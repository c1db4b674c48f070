package org.eimodel.runtime.connect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.runtime.layout.Part;

/// Expects the memory of the rows of a tract, in the form that [TractBuild] will give them.
public final class TractSize {
  /// Pairs that are asked for their delay, at most: sources times targets.
  private static final int ASKED = 64;

  /// What synapses may take while they are drawn, before they are stored.
  private static final long DRAWN = 16L << 20;

  private final Blueprint blueprint;
  private final NetworkPlan plan;

  private TractSize(Blueprint blueprint) {
    this.blueprint = blueprint;
    this.plan = blueprint.plan();
  }

  /// {@return the bytes of each projection's rows: its share, by synapses, of those of its tract}
  public static double[] ofProjections(Blueprint blueprint, Precision precision) {
    TractSize size = new TractSize(blueprint);
    double[] bytes = new double[blueprint.expected().length];
    for (TractBuild build : blueprint.builds()) {
      Tract tract = build.tract();
      if (tract.procedural()) {
        tract.projections().forEach(j -> bytes[j] = size.lengths(size.plan.projections().get(j)));
      } else {
        double each = size.bytes(tract, build, precision) / build.expected();
        for (int j : tract.projections()) {
          bytes[j] = each * blueprint.expected()[j];
        }
      }
    }
    return bytes;
  }

  /// {@return what a worker holds while it draws one chunk of rows, at most}
  public static long work(Blueprint blueprint) {
    return blueprint.builds().stream()
        .filter(build -> !build.tract().procedural())
        .mapToLong(TractSize::work)
        .max()
        .orElse(0);
  }

  private static long work(TractBuild build) {
    long counts = build.whole() ? 4L * build.rowsOfChunk() * build.slices().size() : 0;
    return counts + (long) Math.min(DRAWN, 6 * build.expected());
  }

  /// {@return the bytes of a projection that is drawn anew: of its rows, the lengths alone may be kept}
  private double lengths(ProjectionPlan projection) {
    return projection.rule() instanceof ConnectionRule.Total
        ? 4.0 * plan.populations().get(projection.source()).size()
        : 0;
  }

  private double bytes(Tract tract, TractBuild build, Precision precision) {
    double synapses = build.expected();
    double weights = tract.weighted() ? precision.bytes() * synapses : 0;
    double rows = plan.populations().get(tract.source()).size();
    double slices = build.slices().size();
    if (build.whole()) {
      double numbers = rows * slices;
      double targets = numbers > synapses ? 4 * synapses : 2 * (synapses + numbers);
      double slack = 2.0 * WholeChunk.SLACK * Math.ceil(rows / build.rowsOfChunk());
      return weights + targets + slack + (even(tract, true) ? 0 : 4 * rows);
    }
    double places = slices * 4 * rows;
    if (tract.ownDelays()) {
      // Of each run its delay, and where it starts; a packed one ends with a whole number of 32 bits.
      boolean packed = tract.weighted() && precision == Precision.SINGLE;
      return weights + 2 * synapses + places + 8 * runs(tract) + (packed ? 2 * oddRuns(tract) : 0);
    }
    return weights + 2 * synapses + (even(tract, false) ? 0 : places);
  }

  /// {@return whether all rows have the same length, so that their places need not be kept}
  ///
  /// @param whole whether a row goes through all slices
  private boolean even(Tract tract, boolean whole) {
    return tract.projections().stream()
        .map(j -> plan.projections().get(j))
        .allMatch(projection -> even(projection, whole || parts(projection).size() == 1));
  }

  private static boolean even(ProjectionPlan projection, boolean uncut) {
    boolean own = !projection.autapses() && projection.source() == projection.target();
    return switch (projection.rule()) {
      case ConnectionRule.OutDegree _, ConnectionRule.OneToOne _ -> uncut;
      case ConnectionRule.All _ -> uncut || !own;
      case ConnectionRule.Probability _,
          ConnectionRule.InDegree _,
          ConnectionRule.Total _,
          ConnectionRule.Pairs _,
          ConnectionRule.Where _ ->
          false;
    };
  }

  /// {@return the expected number of runs of one delay, in all rows of all slices}
  private double runs(Tract tract) {
    // A delay has a run when at least one synapse has it.
    return sumOverRuns(tract, mean -> 1 - StrictMath.exp(-mean));
  }

  /// {@return the expected number of runs with an odd number of synapses}
  private double oddRuns(Tract tract) {
    return sumOverRuns(tract, mean -> (1 - StrictMath.exp(-2 * mean)) / 2);
  }

  /// @param value given how many synapses are expected to have one delay, in a row in a slice: their number is of Poisson's
  ///     distribution
  private double sumOverRuns(Tract tract, DoubleUnaryOperator value) {
    double rows = plan.populations().get(tract.source()).size();
    Map<Integer, Map<Integer, Double>> bySlice = new TreeMap<>();
    for (int j : tract.projections()) {
      ProjectionPlan projection = plan.projections().get(j);
      double length = blueprint.expected()[j] / rows;
      double targets = plan.populations().get(projection.target()).size();
      Map<Integer, Double> shares = shares(projection);
      for (Part part : parts(projection)) {
        Map<Integer, Double> expected =
            bySlice.computeIfAbsent(part.slice(), _ -> new TreeMap<>());
        double here = length * part.size() / targets;
        shares.forEach((delay, share) -> expected.merge(delay, here * share, Double::sum));
      }
    }
    return rows
        * bySlice.values().stream()
            .flatMap(expected -> expected.values().stream())
            .mapToDouble(value::applyAsDouble)
            .sum();
  }

  /// {@return which part of the synapses has which delay, in steps}
  private Map<Integer, Double> shares(ProjectionPlan projection) {
    Map<Integer, Double> shares = new TreeMap<>();
    switch (projection.delays()) {
      case Delays.Same(int steps) -> shares.put(steps, 1.0);
      case Delays.Each(SynapseValues.Drawn drawn) -> {
        DelayTable table = new DelayTable(new Distributed(drawn), plan.dt());
        double[] probabilities = table.probabilities();
        for (int k = 0; k < probabilities.length; k++) {
          shares.put(table.shortest() + k, probabilities[k]);
        }
      }
      case Delays.Each(SynapseValues.Uniform(double value)) -> add(shares, value, 1);
      case Delays.Each(SynapseValues.Listed(double[] values)) -> {
        for (double value : values) {
          add(shares, value, 1.0 / values.length);
        }
      }
      case Delays.Each(SynapseValues.ByPair(var value)) -> ask(projection, value, shares);
    }
    return shares;
  }

  private void ask(
      ProjectionPlan projection, SynapseValues.PairValue value, Map<Integer, Double> shares) {
    int sources = plan.populations().get(projection.source()).size();
    int targets = plan.populations().get(projection.target()).size();
    int rows = Math.min(sources, ASKED);
    int columns = Math.min(targets, ASKED);
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        int source = (int) ((long) i * sources / rows);
        int target = (int) ((long) k * targets / columns);
        add(shares, value.of(source, target), 1.0 / (rows * columns));
      }
    }
  }

  private void add(Map<Integer, Double> shares, double milliseconds, double share) {
    shares.merge(RowDelays.steps(milliseconds, plan.dt()), share, Double::sum);
  }

  private List<Part> parts(ProjectionPlan projection) {
    return blueprint.layout().parts().get(projection.target());
  }
}

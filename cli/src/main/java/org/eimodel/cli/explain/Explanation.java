package org.eimodel.cli.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eimodel.cli.console.Amounts;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.StepGrid;
import org.eimodel.compiler.lower.Attachments;
import org.eimodel.compiler.lower.IntegratorChoice;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.units.Quantity;
import org.eimodel.runtime.memory.MemoryEstimate;

/// What the compiler makes of a model, as text.
final class Explanation {
  private static final int WIDTH = 79;

  private final LoweredModel lowered;
  private final Instance instance;
  private final NetworkPlan plan;
  private final MemoryEstimate memory;

  Explanation(LoweredModel lowered, Instance instance, MemoryEstimate memory) {
    this.lowered = lowered;
    this.instance = instance;
    this.plan = instance.plan();
    this.memory = memory;
  }

  /// {@return all but the kernels}
  String text() {
    return title()
        + section("Populations", populations())
        + section("Projections", new Projections(lowered.model(), instance, memory).columns())
        + section("Poisson drives", new PoissonDrives(lowered.model(), plan).columns())
        + section("Integration", integration())
        + section("Times moved to the grid of " + millis(plan.dt()), grid())
        + section("Memory", memory());
  }

  static String section(String heading, Columns columns) {
    return columns.isEmpty() ? "" : "\n" + heading + "\n" + columns;
  }

  static String millis(double value) {
    return Quantity.number(value) + " ms";
  }

  private String title() {
    long neurons = plan.populations().stream().mapToLong(PopulationPlan::size).sum();
    List<String> parts = new ArrayList<>();
    parts.add(Amounts.count(neurons, "neuron"));
    String about = plan.projections().stream().anyMatch(Explanation::isDrawn) ? "about " : "";
    parts.add(about + Amounts.count(Math.round(memory.synapses()), "synapse"));
    parts.add(Amounts.count(plan.steps(), "step") + " of " + millis(plan.dt()));
    parts.add("seed " + plan.seed());
    String title = plan.model() + ": " + String.join(", ", parts);
    int cut = title.length() <= WIDTH ? -1 : title.lastIndexOf(", ", WIDTH - 1);
    return (cut < 0 ? title : title.substring(0, cut + 1) + "\n " + title.substring(cut + 1))
        + "\n";
  }

  private static boolean isDrawn(ProjectionPlan projection) {
    return projection.rule() instanceof ConnectionRule.Probability(double p) && p > 0 && p < 1;
  }

  private Columns populations() {
    Map<String, List<PopulationPlan>> families =
        plan.populations().stream()
            .collect(
                Collectors.groupingBy(
                    PopulationPlan::family, LinkedHashMap::new, Collectors.toList()));
    Columns columns = new Columns();
    for (PopulationFamily family : lowered.model().populations()) {
      List<PopulationPlan> members = families.getOrDefault(family.name(), List.of());
      long neurons = members.stream().mapToLong(PopulationPlan::size).sum();
      columns.row(
          Families.name(family.name(), family.binders()),
          Amounts.grouped(neurons),
          neurons == 1 ? "neuron" : "neurons",
          "of "
              + family.template().name()
              + (family.binders().isEmpty() ? "" : ", " + sizes(members)));
    }
    return columns;
  }

  private static String sizes(List<PopulationPlan> members) {
    int least = members.stream().mapToInt(PopulationPlan::size).min().orElse(0);
    int most = members.stream().mapToInt(PopulationPlan::size).max().orElse(0);
    String each =
        least == most
            ? Amounts.grouped(least)
            : Amounts.grouped(least) + " to " + Amounts.grouped(most);
    return Amounts.count(members.size(), "population") + " of " + each;
  }

  private Columns integration() {
    Columns columns = new Columns();
    for (LoweredModel.Group group : lowered.groups()) {
      String families =
          group.families().stream().map(PopulationFamily::name).collect(Collectors.joining(", "));
      columns.row(families + ", neurons of " + group.families().getFirst().template().name());
      for (IntegratorChoice choice : group.program().integrators()) {
        columns.row(
            "  "
                + String.join(", ", choice.states())
                + ": "
                + name(choice.method())
                + " ("
                + choice.reason()
                + ")");
      }
      attachments(group)
          .forEach((name, projections) ->
              columns.row("  " + name + ": synapses of " + String.join(", ", projections)));
    }
    return columns;
  }

  /// Which projections share the synaptic states that the kernel calls `Exponential0`.
  private static Map<String, Set<String>> attachments(LoweredModel.Group group) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (PopulationFamily family : group.families()) {
      Attachments attachments = Objects.requireNonNull(group.attachments().get(family));
      attachments
          .position()
          .forEach((projection, position) ->
              names
                  .computeIfAbsent(
                      projection.synapse().name() + position, _ -> new LinkedHashSet<>())
                  .add(projection.name()));
    }
    return names;
  }

  private static String name(Equation.Method method) {
    return switch (method) {
      case EXACT -> "exact";
      case EXPONENTIAL_EULER -> "exponential Euler";
      case EULER -> "Euler";
      case SEQUENTIAL_EULER -> "sequential Euler";
      case RK2 -> "second-order Runge-Kutta";
      case RK4 -> "fourth-order Runge-Kutta";
    };
  }

  private Columns grid() {
    Columns columns = new Columns();
    for (StepGrid.Shift shift : instance.shifts()) {
      if (shift.moved() > 0) {
        columns.row(
            shift.declaration(),
            "%s of %s, by %s at most"
                .formatted(
                    Amounts.grouped(shift.moved()),
                    Amounts.grouped(shift.count()),
                    millis(rounded(shift.largest()))));
      }
    }
    plan.projections().stream()
        .filter(Explanation::roundsItsDelays)
        .map(ProjectionPlan::family)
        .distinct()
        .forEach(family ->
            columns.row(
                family, "every delay of its own, by %s at most".formatted(millis(plan.dt() / 2))));
    return columns;
  }

  /// Delays of a file are counted one by one, like those of a formula.
  private static boolean roundsItsDelays(ProjectionPlan projection) {
    return projection.delays() instanceof Delays.Each(SynapseValues values)
        && !(values instanceof SynapseValues.Listed);
  }

  /// Differences of decimal numbers carry the rounding of both: three digits are enough.
  private static double rounded(double value) {
    return value == 0 ? 0 : new BigDecimal(value, new MathContext(3)).doubleValue();
  }

  private Columns memory() {
    return new Columns()
        .row("synapses", Amounts.bytes(memory.synapseBytes()))
        .row("neurons", Amounts.bytes(memory.stateBytes()))
        .row("spikes on their way", Amounts.bytes(memory.ringBytes()))
        .row("recordings", Amounts.bytes(memory.recordBytes()))
        .row("while building", Amounts.bytes(memory.workBytes()))
        .row("together", Amounts.bytes(memory.total()));
  }
}

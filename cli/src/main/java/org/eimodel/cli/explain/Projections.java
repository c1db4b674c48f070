package org.eimodel.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eimodel.cli.console.Amounts;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.units.Quantity;
import org.eimodel.runtime.memory.MemoryEstimate;

/// The projections of a model: how many synapses, how many bytes, which delays.
final class Projections {
  private final TypedModel model;
  private final Instance instance;
  private final NetworkPlan plan;
  private final MemoryEstimate memory;

  Projections(TypedModel model, Instance instance, MemoryEstimate memory) {
    this.model = model;
    this.instance = instance;
    this.plan = instance.plan();
    this.memory = memory;
  }

  /// {@return a row for each declaration, and one for those that came out empty}
  Columns columns() {
    Columns columns = new Columns();
    for (ProjectionFamily family : model.projections()) {
      int[] members = members(family);
      double synapses =
          IntStream.of(members).mapToDouble(p -> memory.projections().get(p).expected()).sum();
      long bytes = IntStream.of(members).mapToLong(p -> memory.projections().get(p).bytes()).sum();
      columns.row(
          family.name(),
          family.source().population().name() + " -> " + family.target().population().name(),
          Amounts.grouped(members.length) + " x",
          family.connect().rule().symbol(),
          Amounts.grouped(Math.round(synapses)),
          Amounts.bytes(bytes),
          delay(members));
      IntStream.of(members)
          .mapToObj(p -> OwnNumbers.text(plan.projections().get(p)))
          .filter(text -> !text.isEmpty())
          .distinct()
          .forEach(text -> columns.row("  " + text));
    }
    String empty = empty();
    return empty.isEmpty() ? columns : columns.row(empty);
  }

  private int[] members(ProjectionFamily family) {
    return IntStream.range(0, plan.projections().size())
        .filter(p -> plan.projections().get(p).family().equals(family.name()))
        .toArray();
  }

  private String delay(int[] members) {
    if (IntStream.of(members)
        .anyMatch(p -> plan.projections().get(p).delays() instanceof Delays.Each)) {
      return "own delays";
    }
    int least = IntStream.of(members).map(this::delaySteps).min().orElse(0);
    int most = IntStream.of(members).map(this::delaySteps).max().orElse(0);
    return least == most
        ? delay(least)
        : "%s to %s".formatted(least == 0 ? "0" : number(least), Explanation.millis(rounded(most)));
  }

  private int delaySteps(int projection) {
    ProjectionPlan found = plan.projections().get(projection);
    return switch (found.delays()) {
      case Delays.Same(int steps) -> steps;
      case Delays.Each _ -> 0;
    };
  }

  private String delay(int steps) {
    return steps == 0 ? "next step" : Explanation.millis(rounded(steps));
  }

  private String number(int steps) {
    return Quantity.number(rounded(steps));
  }

  /// Steps times dt, without the digits that only rounding has brought in.
  private double rounded(int steps) {
    return Math.rint(steps * plan.dt() * 1e9) / 1e9;
  }

  private String empty() {
    List<String> parts = new ArrayList<>();
    instance
        .empty()
        .forEach((family, count) -> {
          if (count > 0) {
            parts.add(Amounts.grouped(count) + " of " + family);
          }
        });
    return parts.isEmpty() ? "" : "without any synapse: " + String.join(", ", parts);
  }
}

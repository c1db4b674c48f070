package org.eimodel.runtime.random;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.MathFunction;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.model.Equation;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.SynapseValues;

/// What random models reached: in how many runs for operations, integrators and rules; how often for events.
final class Coverage {
  private final Map<String, Map<String, Long>> tables = new TreeMap<>();

  Coverage() {
    List<Class<?>> shapes = List.of(Expr.class.getPermittedSubclasses());
    shapes.forEach(shape -> expect("IR", shape.getSimpleName()));
    List.of(Statement.class.getPermittedSubclasses())
        .forEach(shape -> expect("IR", shape.getSimpleName()));
    expect("IR", Expr.UnaryOperator.values());
    expect("IR", Expr.BinaryOperator.values());
    expect("IR", Expr.Comparison.values());
    expect("IR", Expr.LogicOperator.values());
    expect("IR", MathFunction.values());
    expect("integrators", Equation.Method.values());
    List.of(ConnectionRule.class.getPermittedSubclasses())
        .forEach(rule -> {
          if (rule.isRecord()) {
            expect("connection rules", rule.getSimpleName());
          }
        });
    expect("connection rules", "OutDegree, multapses");
    expect("connection rules", "InDegree, multapses");
    expect("connection rules", "Total, multapses");
    expect("connection rules", "no autapses");
    for (String table : List.of("weights", "delays")) {
      expect(table, SynapseValues.Distribution.values());
      expect(table, SynapseValues.Outside.values());
      List.of("no bound", "Drawn", "ByPair", "Listed").forEach(kind -> expect(table, kind));
    }
    List.of("All", "OneToOne", "Probability", "OutDegree", "Total", "Where")
        .forEach(rule -> expect("procedural", rule));
    List.of("Uniform", "Each", "for a time", "of a part")
        .forEach(kind -> expect("Poisson drives", kind));
    expect("precision", Precision.values());
    for (String event :
        List.of(
            "spikes",
            "spikes delivered",
            "spikes delivered after a delay",
            "Poisson events",
            "dropped by refractory neurons")) {
      expect("events", event);
    }
    for (String run :
        List.of(
            "with spikes",
            "with delayed spikes delivered",
            "stopped by a value that is not finite")) {
      expect("runs", run);
    }
  }

  private void expect(String table, Enum<?>[] entries) {
    for (Enum<?> entry : entries) {
      expect(table, entry.name());
    }
  }

  private void expect(String table, String entry) {
    count(table, entry, 0);
  }

  private void count(String table, String entry, long times) {
    tables.computeIfAbsent(table, _ -> new TreeMap<>()).merge(entry, times, Long::sum);
  }

  /// Counts a run that is over.
  synchronized void add(Comparison.Compiled compiled, ReferenceNetwork network) {
    compiled.plan().groups().forEach(group -> kernel(group.step()));
    compiled
        .lowered()
        .groups()
        .forEach(group ->
            group
                .program()
                .integrators()
                .forEach(choice -> count("integrators", choice.method().name(), 1)));
    for (ProjectionPlan projection : compiled.plan().projections()) {
      if (network.reached.contains(projection)) {
        arrival(compiled, projection.target(), projection.arrival());
        projection(projection);
      }
    }
    for (PoissonPlan drive : compiled.plan().poisson()) {
      if (network.reached.contains(drive)) {
        arrival(compiled, drive.population(), drive.arrival());
        count("Poisson drives", drive.mean().getClass().getSimpleName(), 1);
        count("Poisson drives", "for a time", drive.end() < compiled.plan().steps() ? 1 : 0);
        int size = compiled.plan().populations().get(drive.population()).size();
        count("Poisson drives", "of a part", drive.until() - drive.from() < size ? 1 : 0);
      }
    }
    count("precision", network.kernels.precision().name(), 1);
    count("events", "spikes", network.spikeCount);
    count("events", "spikes delivered", network.delivered);
    count("events", "spikes delivered after a delay", network.deliveredLate);
    count("events", "Poisson events", network.poissonEvents);
    count("events", "dropped by refractory neurons", network.dropped);
    count("runs", "all", 1);
    count("runs", "with spikes", network.spikeCount > 0 ? 1 : 0);
    count("runs", "with delayed spikes delivered", network.deliveredLate > 0 ? 1 : 0);
    count("runs", "stopped by a value that is not finite", network.stop().isPresent() ? 1 : 0);
  }

  private void arrival(Comparison.Compiled compiled, int population, int arrival) {
    int group = compiled.plan().populations().get(population).group();
    kernel(compiled.plan().groups().get(group).arrivals().get(arrival));
  }

  private void projection(ProjectionPlan projection) {
    rule(projection.rule());
    if (!projection.autapses() && projection.source() == projection.target()) {
      count("connection rules", "no autapses", 1);
    }
    if (projection.procedural()) {
      count("procedural", projection.rule().getClass().getSimpleName(), 1);
    }
    projection.weights().ifPresent(weights -> values("weights", weights));
    if (projection.delays() instanceof Delays.Each(SynapseValues each)) {
      values("delays", each);
    }
  }

  private void values(String table, SynapseValues values) {
    count(table, values.getClass().getSimpleName(), 1);
    if (values instanceof SynapseValues.Drawn drawn) {
      count(table, drawn.distribution().name(), 1);
      count(table, drawn.bound().map(bound -> bound.outside().name()).orElse("no bound"), 1);
    }
  }

  private void rule(ConnectionRule rule) {
    count(
        "connection rules", rule.getClass().isRecord() ? rule.getClass().getSimpleName() : "?", 1);
    boolean multapses =
        switch (rule) {
          case ConnectionRule.OutDegree(_, boolean several) -> several;
          case ConnectionRule.InDegree(_, boolean several) -> several;
          case ConnectionRule.Total(_, boolean several) -> several;
          case ConnectionRule.All _,
              ConnectionRule.OneToOne _,
              ConnectionRule.Probability _,
              ConnectionRule.Pairs _,
              ConnectionRule.Where _ ->
              false;
        };
    if (multapses) {
      count("connection rules", rule.getClass().getSimpleName() + ", multapses", 1);
    }
  }

  private void kernel(Kernel kernel) {
    List<Statement> all =
        Stream.concat(kernel.preamble().stream(), kernel.body().stream()).toList();
    Traversal.statements(all)
        .map(statement -> statement.getClass().getSimpleName())
        .distinct()
        .forEach(name -> count("IR", name, 1));
    Traversal.allExpressions(all)
        .map(Coverage::name)
        .distinct()
        .forEach(name -> count("IR", name, 1));
    Traversal.allExpressions(all)
        .map(expr -> expr.getClass().getSimpleName())
        .distinct()
        .forEach(name -> count("IR", name, 1));
  }

  private static String name(Expr expr) {
    return switch (expr) {
      case Expr.Unary unary -> unary.operator().name();
      case Expr.Binary binary -> binary.operator().name();
      case Expr.Compare compare -> compare.operator().name();
      case Expr.Logic logic -> logic.operator().name();
      case Expr.Call call -> call.function().name();
      case Expr.Constant _,
          Expr.Truth _,
          Expr.Read _,
          Expr.Use _,
          Expr.MultiplyAdd _,
          Expr.Not _,
          Expr.Select _ ->
          "all";
    };
  }

  /// {@return how often}
  synchronized long count(String table, String entry) {
    return tables.get(table).get(entry);
  }

  /// {@return what was never reached}
  synchronized List<String> missed() {
    return tables.values().stream()
        .flatMap(table -> table.entrySet().stream())
        .filter(entry -> entry.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized String toString() {
    StringBuilder out = new StringBuilder();
    tables.forEach((title, table) -> {
      out.append(title).append('\n');
      int column = 0;
      for (Map.Entry<String, Long> entry : table.entrySet()) {
        String cell =
            String.format(
                Locale.ROOT,
                "  %-38s %,12d",
                entry.getKey().toLowerCase(Locale.ROOT),
                entry.getValue());
        out.append(cell).append(++column % 2 == 0 ? "\n" : "");
      }
      out.append(column % 2 == 0 ? "" : "\n");
    });
    return out.toString();
  }
}

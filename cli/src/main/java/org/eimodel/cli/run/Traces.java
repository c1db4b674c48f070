package org.eimodel.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.results.TraceTable;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.RecordingPlan;
import org.eimodel.runtime.record.StateLog;

/// Recorded states as tables: one for each population family.
final class Traces {
  private final Map<String, List<String>> names = new LinkedHashMap<>();
  private final Map<String, List<double[]>> values = new LinkedHashMap<>();

  private Traces() {}

  /// {@return the tables of a recording, in the order in which it names the families}
  static List<TraceTable> of(StateLog log, NetworkPlan plan, RunClock clock) {
    Traces traces = new Traces();
    double[][] columns = log.values();
    int column = 0;
    for (RecordingPlan.Range range : log.plan().ranges()) {
      PopulationPlan population = plan.populations().get(range.population());
      for (int neuron = range.from(); neuron < range.until(); neuron++) {
        traces.add(population, neuron, columns[column++]);
      }
    }
    List<TraceTable> tables = new ArrayList<>();
    traces.names.forEach((family, labels) ->
        tables.add(
            new TraceTable(
                log.plan().name(),
                family,
                unit(log.plan().unit()),
                clock,
                log.steps(),
                labels,
                Objects.requireNonNull(traces.values.get(family)).toArray(double[][]::new))));
    return tables;
  }

  private void add(PopulationPlan population, int neuron, double[] samples) {
    names
        .computeIfAbsent(population.family(), _ -> new ArrayList<>())
        .add(name(population) + "[" + neuron + "]");
    values.computeIfAbsent(population.family(), _ -> new ArrayList<>()).add(samples);
  }

  /// {@return `E[V1]`, as everywhere in the files}
  static String name(PopulationPlan population) {
    return population.labels().isEmpty()
        ? population.family()
        : population.family() + "[" + String.join(", ", population.labels()) + "]";
  }

  private static String unit(String unit) {
    return unit.equals("1") ? "" : unit;
  }
}

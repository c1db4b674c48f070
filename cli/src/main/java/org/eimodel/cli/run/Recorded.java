package org.eimodel.cli.run;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eimodel.cli.results.PopulationLabel;
import org.eimodel.cli.results.RateTable;
import org.eimodel.cli.results.RunClock;
import org.eimodel.cli.results.RunResults;
import org.eimodel.cli.results.SpikeTable;
import org.eimodel.cli.results.figure.Heading;
import org.eimodel.cli.source.ModelFile;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.connect.Pathway;
import org.eimodel.runtime.record.RateLog;
import org.eimodel.runtime.record.SpikeLog;

/// What an engine has recorded, in the form of tables; and the numbers of the summary.
final class Recorded {
  private final Engine engine;
  private final NetworkPlan plan;
  private final ModelFile file;
  private final RunClock clock;
  private final Settings settings;
  private final List<PopulationLabel> labels;

  Recorded(Engine engine, ModelFile file, RunClock clock, Settings settings) {
    this.engine = engine;
    this.plan = engine.plan();
    this.file = file;
    this.clock = clock;
    this.settings = settings;
    this.labels = plan.populations().stream().map(Recorded::label).toList();
  }

  /// {@return the time grid of a plan; the step is the decimal number that the model wrote}
  static RunClock clock(NetworkPlan plan) {
    return new RunClock(BigDecimal.valueOf(plan.dt()), plan.steps());
  }

  /// {@return everything that files and figures are made of}
  RunResults results() {
    return new RunResults(
        heading(),
        clock,
        engine.records().spikes().map(this::spikes),
        engine.records().rates().stream().map(this::rates).toList(),
        engine.records().states().stream()
            .flatMap(log -> Traces.of(log, plan, clock).stream())
            .toList(),
        Epochs.of(plan, clock),
        Map.of(file.name() + ".eimodel", file.bytes()));
  }

  /// {@return the summary}
  Summary summary(Seconds seconds, Precision precision) {
    return new Summary(
        neurons(),
        engine.connectivity().synapses(),
        procedural(),
        engine.now(),
        clock.millis(engine.now()) / 1000,
        seconds,
        PeakMemory.bytes(),
        meanRates(),
        engine.spikeCount(),
        String.format("%016x", engine.spikeHash()),
        engine.form(),
        new Summary.Origin(
            file.name(),
            precision.name().toLowerCase(Locale.ROOT),
            engine.threads(),
            plan.seed(),
            clock.dt(),
            settings.values()));
  }

  private Heading heading() {
    Heading heading = Heading.of(file.name(), neurons(), clock, plan.seed());
    for (Map.Entry<String, String> setting : settings.values().entrySet()) {
      heading = heading.and(setting.getKey() + " = " + setting.getValue());
    }
    return heading;
  }

  /// By family: a tract may have projections of several, but no projection is in two.
  private Map<String, Long> procedural() {
    Map<String, Long> families = new LinkedHashMap<>();
    for (Pathway pathway : engine.connectivity().pathways()) {
      if (pathway instanceof Pathway.Drawn drawn) {
        drawn
            .rows()
            .synapsesByFamily()
            .forEach((family, count) -> families.merge(family, count, Long::sum));
      }
    }
    return families;
  }

  private long neurons() {
    return plan.populations().stream().mapToLong(PopulationPlan::size).sum();
  }

  private SpikeTable spikes(SpikeLog log) {
    SpikeTable.Builder table = new SpikeTable.Builder(labels(log.populations()));
    log.read(table::add);
    return table.build();
  }

  private RateTable rates(RateLog log) {
    return new RateTable(
        labels(log.populations()),
        clock,
        log.everySteps(),
        log.counts(engine.now(), engine::fired));
  }

  private List<PopulationLabel> labels(List<Integer> populations) {
    return populations.stream().map(labels::get).toList();
  }

  private static PopulationLabel label(PopulationPlan population) {
    return new PopulationLabel(
        population.family(), population.indexNames(), population.labels(), population.size());
  }

  /// Families first, in order of declaration, then the indexed populations.
  private Map<String, Double> meanRates() {
    Map<String, long[]> families = new LinkedHashMap<>();
    Map<String, Double> indexed = new LinkedHashMap<>();
    for (int p = 0; p < labels.size(); p++) {
      PopulationLabel label = labels.get(p);
      long[] sum = families.computeIfAbsent(label.family(), _ -> new long[2]);
      sum[0] += engine.fired(p);
      sum[1] += label.size();
      if (!label.labels().isEmpty()) {
        indexed.put(label.name(), hertz(engine.fired(p), label.size()));
      }
    }
    Map<String, Double> rates = new LinkedHashMap<>();
    families.forEach((family, sum) -> rates.put(family, hertz(sum[0], sum[1])));
    rates.putAll(indexed);
    return rates;
  }

  private double hertz(long spikes, long neurons) {
    double seconds = clock.millis(engine.now()) / 1000;
    return seconds == 0 || neurons == 0 ? 0 : spikes / (neurons * seconds);
  }
}

package org.eimodel.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables of a run as comma separated values.
///
/// *Units.* Times in ms, rates in Hz, states in the unit that the column names.
final class CsvFiles {
  private CsvFiles() {}

  /// Writes `population,<index sets>,neuron,time_ms`: one row for each spike, in order of time.
  static void spikes(SpikeTable spikes, RunClock clock, OutputStream out) throws IOException {
    List<String> indices =
        spikes.populations().stream().flatMap(p -> p.indexNames().stream()).distinct().toList();
    StringBuilder header = new StringBuilder("population,");
    indices.forEach(name -> header.append(CsvOutput.field(name)).append(','));
    byte[][] prefixes =
        spikes.populations().stream().map(p -> prefix(p, indices)).toArray(byte[][]::new);
    StepTime time = new StepTime(clock);
    try (CsvOutput csv = new CsvOutput(out)) {
      csv.put(header + "neuron,time_ms\n");
      int p = 0;
      for (int k = 0; k < spikes.stepCount(); k++) {
        byte[] ending =
            ("," + new String(time.of(spikes.step(k)), StandardCharsets.US_ASCII) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = spikes.start(k); i < spikes.start(k + 1); i++) {
          int neuron = spikes.neuron(i);
          p = spikes.populationOf(neuron, p);
          csv.put(prefixes[p]).put(neuron - spikes.firstNeuron(p)).put(ending);
        }
      }
    }
  }

  /// Writes `start_ms,end_ms`, then a column for each family and for each indexed population, in Hz.
  static void rates(RateTable rates, OutputStream out) throws IOException {
    RateColumns columns = RateColumns.of(rates);
    StepTime time = new StepTime(rates.clock());
    try (CsvOutput csv = new CsvOutput(out)) {
      csv.put("start_ms,end_ms");
      for (String name : columns.names()) {
        csv.put(',').put(CsvOutput.field(name));
      }
      csv.put('\n');
      for (int b = 0; b < rates.bins(); b++) {
        csv.put(time.of(rates.firstStep(b))).put(',').put(time.of(rates.firstStep(b + 1)));
        for (double[] column : columns.values()) {
          csv.put(',').put(column[b]);
        }
        csv.put('\n');
      }
    }
  }

  /// Writes `time_ms`, then a column for each neuron with its unit: `E[V1][0] (mV)`.
  static void trace(TraceTable trace, OutputStream out) throws IOException {
    StepTime time = new StepTime(trace.clock());
    try (CsvOutput csv = new CsvOutput(out)) {
      csv.put("time_ms");
      for (String column : trace.columns()) {
        csv.put(',').put(CsvOutput.field(trace.label(column)));
      }
      csv.put('\n');
      for (int s = 0; s < trace.steps().length; s++) {
        csv.put(time.of(trace.steps()[s]));
        for (double[] column : trace.values()) {
          csv.put(',').put(column[s]);
        }
        csv.put('\n');
      }
    }
  }

  private static byte[] prefix(PopulationLabel population, List<String> indices) {
    StringBuilder prefix = new StringBuilder(CsvOutput.field(population.family())).append(',');
    indices.forEach(name -> prefix.append(CsvOutput.field(population.label(name))).append(','));
    return prefix.toString().getBytes(StandardCharsets.UTF_8);
  }
}

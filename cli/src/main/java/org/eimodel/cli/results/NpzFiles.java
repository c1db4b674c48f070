package org.eimodel.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/// The tables of a run as NumPy archives; the names and units are those of the CSV files.
final class NpzFiles {
  private NpzFiles() {}

  /// Writes, for each spike, `population` (a place in `populations`), `neuron`, `step` and `time_ms`; for each
  /// population,
  /// `populations` (its name), `families`, `sizes`, and one array of labels named after each index set.
  static void spikes(SpikeTable spikes, RunClock clock, OutputStream out) throws IOException {
    List<PopulationLabel> populations = spikes.populations();
    int count = spikes.spikeCount();
    int[] owner = new int[count];
    int[] group = new int[count];
    int p = 0;
    for (int k = 0; k < spikes.stepCount(); k++) {
      for (int i = spikes.start(k); i < spikes.start(k + 1); i++) {
        p = spikes.populationOf(spikes.neuron(i), p);
        owner[i] = p;
        group[i] = k;
      }
    }
    double[] times = new double[spikes.stepCount()];
    Arrays.setAll(times, k -> clock.millis(spikes.step(k)));
    try (NpzOutput npz = new NpzOutput(out)) {
      npz.ints("population", count, i -> owner[i]);
      npz.ints("neuron", count, i -> spikes.neuron(i) - spikes.firstNeuron(owner[i]));
      npz.longs("step", count, i -> spikes.step(group[i]));
      npz.doubles("time_ms", count, i -> times[group[i]]);
      npz.texts("populations", populations.stream().map(PopulationLabel::name).toList());
      npz.texts("families", populations.stream().map(PopulationLabel::family).toList());
      npz.ints("sizes", populations.size(), i -> populations.get(i).size());
      for (String index :
          populations.stream().flatMap(q -> q.indexNames().stream()).distinct().toList()) {
        npz.texts(index, populations.stream().map(q -> q.label(index)).toList());
      }
    }
  }

  /// Writes `start_ms` and `end_ms` of each bin, `names`, and `rates_Hz` (bins by names).
  static void rates(RateTable rates, OutputStream out) throws IOException {
    RateColumns columns = RateColumns.of(rates);
    try (NpzOutput npz = new NpzOutput(out)) {
      npz.doubles("start_ms", rates.bins(), b -> rates.clock().millis(rates.firstStep(b)));
      npz.doubles("end_ms", rates.bins(), b -> rates.clock().millis(rates.firstStep(b + 1)));
      npz.texts("names", columns.names());
      npz.matrix("rates_Hz", rates.bins(), columns.values());
    }
  }

  /// Writes `time_ms`, `neurons` (their names), `values` (samples by neurons), and `unit`.
  static void trace(TraceTable trace, OutputStream out) throws IOException {
    try (NpzOutput npz = new NpzOutput(out)) {
      npz.doubles("time_ms", trace.steps().length, s -> trace.clock().millis(trace.steps()[s]));
      npz.texts("neurons", trace.columns());
      npz.matrix("values", trace.steps().length, Arrays.asList(trace.values()));
      npz.text("unit", trace.unit());
    }
  }
}

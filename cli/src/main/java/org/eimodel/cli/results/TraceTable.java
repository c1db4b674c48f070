package org.eimodel.cli.results;

import java.util.Arrays;
import java.util.List;

/// A state variable of some neurons, sampled along a run: what `record v of E["V1"][0 until 10] every 0.1 ms` gives.
///
/// *Shape.* `values[column][sample]`: one row of memory for each neuron.
/// *Units.* `unit` is the unit of the values as the model writes it; empty for pure numbers.
///
/// @param variable name of the state, `v`
/// @param family the population family that it belongs to, `E`
/// @param unit unit of the values
/// @param clock the time grid of the run
/// @param steps the sampled steps, ascending
/// @param columns what each sampled neuron is called, `E[V1][0]`
/// @param values the samples of each neuron
public record TraceTable(
    String variable,
    String family,
    String unit,
    RunClock clock,
    long[] steps,
    List<String> columns,
    double[][] values) {
  public TraceTable {
    columns = List.copyOf(columns);
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          values.length + " rows for " + columns.size() + " neurons");
    }
    if (Arrays.stream(values).anyMatch(row -> row.length != steps.length)) {
      throw new IllegalArgumentException(
          name() + ": every neuron needs " + steps.length + " samples");
    }
  }

  /// {@return the name of the files that hold this table, without ending: `v_of_E`}
  public String name() {
    return variable + "_of_" + family;
  }

  /// {@return what to write at an axis or over a column: `v (mV)`, or `n` for a pure number}
  public String label(String quantity) {
    return unit.isEmpty() ? quantity : quantity + " (" + unit + ")";
  }

  /// {@return the times of the samples in ms}
  public double[] times() {
    return Arrays.stream(steps).mapToDouble(clock::millis).toArray();
  }
}

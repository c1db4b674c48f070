package org.eimodel.cli.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eimodel.cli.results.figure.Epoch;
import org.eimodel.cli.results.figure.Heading;

/// Everything that a run leaves behind, in the form that files and figures are made of.
///
/// @param heading what stands over every figure
/// @param clock the time grid of the run
/// @param spikes the recorded spikes, empty where the model records none
/// @param rates the recorded rates, one table for each `record rate` statement
/// @param traces the recorded states, one table for each variable and population family
/// @param epochs the stimuli that figures shade
/// @param copies files to keep beside the results, as the model's text, by their name
public record RunResults(
    Heading heading,
    RunClock clock,
    Optional<SpikeTable> spikes,
    List<RateTable> rates,
    List<TraceTable> traces,
    List<Epoch> epochs,
    Map<String, byte[]> copies) {
  public RunResults {
    rates = List.copyOf(rates);
    traces = List.copyOf(traces);
    epochs = List.copyOf(epochs);
    copies = new TreeMap<>(copies);
  }
}

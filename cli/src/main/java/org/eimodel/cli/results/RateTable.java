package org.eimodel.cli.results;

import java.util.List;

/// How often each population fired in each bin of time.
///
/// A bin covers whole steps of the run, half open: a spike of the step from n dt to (n+1) dt belongs to the bin that
/// holds
/// n, although it is stamped n+1. The last bin is shorter where the bins do not divide the run.
///
/// *Shape.* `counts[population][bin]`, spikes.
///
/// @param populations the populations counted, possibly fewer than the model has
/// @param clock the time grid of the run
/// @param stepsPerBin width of a bin
/// @param counts spikes of each population in each bin
public record RateTable(
    List<PopulationLabel> populations, RunClock clock, int stepsPerBin, int[][] counts) {
  public RateTable {
    populations = List.copyOf(populations);
    if (stepsPerBin <= 0) {
      throw new IllegalArgumentException("a bin needs at least one step: " + stepsPerBin);
    }
    int bins = binsOf(clock, stepsPerBin);
    if (counts.length != populations.size()) {
      throw new IllegalArgumentException(
          counts.length + " rows for " + populations.size() + " populations");
    }
    for (int[] row : counts) {
      if (row.length != bins) {
        throw new IllegalArgumentException(row.length + " bins where the run has " + bins);
      }
    }
  }

  /// {@return the rates of recorded spikes in bins of a number of steps}
  public static RateTable count(SpikeTable spikes, RunClock clock, int stepsPerBin) {
    int[][] counts = new int[spikes.populations().size()][binsOf(clock, stepsPerBin)];
    int p = 0;
    for (int k = 0; k < spikes.stepCount(); k++) {
      int bin = (int) ((spikes.step(k) - 1) / stepsPerBin);
      for (int i = spikes.start(k); i < spikes.start(k + 1); i++) {
        p = spikes.populationOf(spikes.neuron(i), p);
        counts[p][bin]++;
      }
    }
    return new RateTable(spikes.populations(), clock, stepsPerBin, counts);
  }

  /// {@return how many bins there are}
  public int bins() {
    return binsOf(clock, stepsPerBin);
  }

  /// {@return the first step of a bin; of one past the last, the number of steps}
  public long firstStep(int bin) {
    return Math.min((long) bin * stepsPerBin, clock.steps());
  }

  /// {@return the families in the order of their first population}
  public List<String> families() {
    return populations.stream().map(PopulationLabel::family).distinct().toList();
  }

  /// {@return the mean rate of a population's neurons in each bin, in Hz}
  public double[] ratesOf(int population) {
    return rates(counts[population], populations.get(population).size());
  }

  /// {@return the mean rate over all neurons of a family in each bin, in Hz}
  public double[] ratesOf(String family) {
    int[] sum = new int[bins()];
    long size = 0;
    for (int p = 0; p < populations.size(); p++) {
      if (populations.get(p).family().equals(family)) {
        size += populations.get(p).size();
        for (int b = 0; b < sum.length; b++) {
          sum[b] += counts[p][b];
        }
      }
    }
    return rates(sum, size);
  }

  private double[] rates(int[] spikes, long size) {
    double[] rates = new double[spikes.length];
    double dt = clock.dt().doubleValue();
    for (int b = 0; b < rates.length; b++) {
      double neuronMillis = size * ((firstStep(b + 1) - firstStep(b)) * dt);
      rates[b] = size == 0 ? 0 : 1000.0 * spikes[b] / neuronMillis;
    }
    return rates;
  }

  private static int binsOf(RunClock clock, int stepsPerBin) {
    return Math.toIntExact((clock.steps() + stepsPerBin - 1) / stepsPerBin);
  }
}

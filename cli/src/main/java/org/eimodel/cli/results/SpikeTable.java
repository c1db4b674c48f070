package org.eimodel.cli.results;

import java.util.Arrays;
import java.util.List;

/// All spikes of a run, in order of time: one `int` for each spike and two numbers for each step that has any.
///
/// Neurons are numbered through all populations in the order of the list; population p owns the numbers
/// `firstNeuron(p)` until `firstNeuron(p + 1)`. Steps are time stamps: a spike that fires while the network goes from
/// n dt
/// to (n+1) dt carries n+1.
///
/// *Shape.* The spikes of the k-th step that has any are `neuron(i)` for i from `start(k)` until `start(k + 1)`.
public final class SpikeTable {
  private final List<PopulationLabel> populations;
  private final int[] firstNeuron;
  private final long[] steps;
  private final int[] starts;
  private final int[] neurons;

  private SpikeTable(
      List<PopulationLabel> populations,
      int[] firstNeuron,
      long[] steps,
      int[] starts,
      int[] neurons) {
    this.populations = populations;
    this.firstNeuron = firstNeuron;
    this.steps = steps;
    this.starts = starts;
    this.neurons = neurons;
  }

  /// {@return the populations in the order of their neurons}
  public List<PopulationLabel> populations() {
    return populations;
  }

  /// {@return the number of the first neuron of a population; of one past the last, the number of all neurons}
  public int firstNeuron(int population) {
    return firstNeuron[population];
  }

  /// {@return how many neurons there are, spiking or not}
  public int neuronCount() {
    return firstNeuron[populations.size()];
  }

  /// {@return how many spikes there are}
  public int spikeCount() {
    return neurons.length;
  }

  /// {@return how many steps have at least one spike}
  public int stepCount() {
    return steps.length;
  }

  /// {@return the time stamp, in steps, of the k-th step that has spikes}
  public long step(int k) {
    return steps[k];
  }

  /// {@return the place of the first spike of the k-th step}
  public int start(int k) {
    return starts[k];
  }

  /// {@return the neuron of the i-th spike, numbered through all populations}
  public int neuron(int i) {
    return neurons[i];
  }

  /// {@return the population that owns a neuron, looked up near a guess first: spikes of a step come in runs}
  public int populationOf(int neuron, int guess) {
    if (firstNeuron[guess] <= neuron && neuron < firstNeuron[guess + 1]) {
      return guess;
    }
    int p = Arrays.binarySearch(firstNeuron, neuron);
    p = p >= 0 ? p : -p - 2;
    while (firstNeuron[p + 1] == neuron) {
      p++; // empty populations start where the next one does
    }
    return p;
  }

  /// {@return the number of spikes of each population}
  public int[] countByPopulation() {
    int[] counts = new int[populations.size()];
    int p = 0;
    for (int neuron : neurons) {
      p = populationOf(neuron, p);
      counts[p]++;
    }
    return counts;
  }

  /// Collects spikes while a run goes on.
  ///
  /// *Errors.* Steps that go back and neurons outside the populations are refused: they are a caller's mistake.
  public static final class Builder {
    private final List<PopulationLabel> populations;
    private final int[] firstNeuron;
    private long[] steps = new long[64];
    private int[] starts = new int[64];
    private int[] neurons = new int[1024];
    private int stepCount;
    private int spikeCount;

    /// Starts an empty table over these populations.
    public Builder(List<PopulationLabel> populations) {
      this.populations = List.copyOf(populations);
      this.firstNeuron = new int[populations.size() + 1];
      for (int p = 0; p < populations.size(); p++) {
        firstNeuron[p + 1] = Math.addExact(firstNeuron[p], populations.get(p).size());
      }
    }

    /// Adds one spike.
    public Builder add(long step, int neuron) {
      open(step, 1);
      put(neuron);
      return this;
    }

    /// Adds the spikes of one step: `ids[from]` until `ids[until]`, numbered through all populations.
    public Builder add(long step, int[] ids, int from, int until) {
      if (from < until) {
        open(step, until - from);
        for (int i = from; i < until; i++) {
          put(ids[i]);
        }
      }
      return this;
    }

    /// {@return the table of everything added so far}
    public SpikeTable build() {
      int[] closed = Arrays.copyOf(starts, stepCount + 1);
      closed[stepCount] = spikeCount;
      return new SpikeTable(
          populations,
          firstNeuron,
          Arrays.copyOf(steps, stepCount),
          closed,
          Arrays.copyOf(neurons, spikeCount));
    }

    private void open(long step, int count) {
      if (stepCount > 0 && step < steps[stepCount - 1]) {
        throw new IllegalArgumentException("step " + step + " after step " + steps[stepCount - 1]);
      }
      if (stepCount == 0 || step != steps[stepCount - 1]) {
        if (stepCount == steps.length) {
          steps = Arrays.copyOf(steps, 2 * stepCount);
          starts = Arrays.copyOf(starts, 2 * stepCount);
        }
        steps[stepCount] = step;
        starts[stepCount++] = spikeCount;
      }
      int needed = Math.addExact(spikeCount, count);
      if (needed > neurons.length) {
        long grown = neurons.length + (long) (neurons.length >> 1);
        neurons =
            Arrays.copyOf(neurons, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, grown)));
      }
    }

    private void put(int neuron) {
      if (neuron < 0 || neuron >= firstNeuron[populations.size()]) {
        throw new IllegalArgumentException(
            "no neuron " + neuron + " among " + firstNeuron[populations.size()]);
      }
      neurons[spikeCount++] = neuron;
    }
  }
}

package org.eimodel.runtime.record;

import java.util.Arrays;
import java.util.List;

/// The recorded spikes: four bytes each, and twelve for each step that has any.
///
/// Neurons are numbered through the recorded populations. Within a step they come in that order.
public final class SpikeLog {
  private final List<Integer> populations;
  private final int[] firstNeuron;
  private final IntChunks neurons = new IntChunks();
  private long[] steps = new long[1024];
  private long[] ends = new long[1024];
  private int stepCount;

  /// Takes the spikes of one step, all of them or a piece.
  @FunctionalInterface
  public interface Reader {
    /// @param step time stamp: (n+1) for a spike of the step that began at n dt
    /// @param neurons numbered through the recorded populations; to be read from `from` up to `until`
    void spikes(long step, int[] neurons, int from, int until);
  }

  /// @param populations positions in the plan, ascending
  /// @param sizes how many neurons each has
  public SpikeLog(List<Integer> populations, int[] sizes) {
    this.populations = List.copyOf(populations);
    this.firstNeuron = new int[sizes.length + 1];
    for (int p = 0; p < sizes.length; p++) {
      firstNeuron[p + 1] = Math.addExact(firstNeuron[p], sizes[p]);
    }
  }

  /// {@return positions in the plan of the recorded populations}
  public List<Integer> populations() {
    return populations;
  }

  /// {@return the number of the first neuron of the k-th recorded population}
  public int firstNeuron(int k) {
    return firstNeuron[k];
  }

  /// Writes one spike of a step that is not closed yet.
  public void add(int neuron) {
    neurons.add(neuron);
  }

  /// Ends a step: what was added since the last one happened in it.
  public void close(long step) {
    long end = neurons.size();
    if (end == (stepCount == 0 ? 0 : ends[stepCount - 1])) {
      return;
    }
    if (stepCount == steps.length) {
      steps = Arrays.copyOf(steps, 2 * stepCount);
      ends = Arrays.copyOf(ends, 2 * stepCount);
    }
    steps[stepCount] = step;
    ends[stepCount++] = end;
  }

  /// {@return how many spikes there are}
  public long size() {
    return neurons.size();
  }

  /// Reads all spikes in the order of time.
  public void read(Reader reader) {
    long at = 0;
    for (int k = 0; k < stepCount; k++) {
      while (at < ends[k]) {
        int run = neurons.run(at, ends[k]);
        int place = neurons.place(at);
        reader.spikes(steps[k], neurons.chunk(at), place, place + run);
        at += run;
      }
    }
  }
}

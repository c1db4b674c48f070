package org.eimodel.runtime.record;

import java.util.Arrays;
import java.util.List;

/// How many spikes each of some populations had in each bin of time.
public final class RateLog {
  private final List<Integer> populations;
  private final int everySteps;
  private final long[] before;
  private int[][] counts;
  private int bins;

  /// Says how often a population has fired since the start.
  @FunctionalInterface
  public interface Counter {
    long fired(int population);
  }

  /// @param populations positions in the plan
  /// @param everySteps width of a bin
  public RateLog(List<Integer> populations, int everySteps) {
    this.populations = List.copyOf(populations);
    this.everySteps = everySteps;
    this.before = new long[populations.size()];
    this.counts = new int[populations.size()][64];
  }

  /// Closes a bin when `step` steps are done and that is the end of one.
  public void close(long step, Counter counter) {
    if (step % everySteps == 0) {
      write(counter);
      bins++;
    }
  }

  private void write(Counter counter) {
    if (bins == counts[0].length) {
      counts = Arrays.stream(counts).map(row -> Arrays.copyOf(row, 2 * bins)).toArray(int[][]::new);
    }
    for (int p = 0; p < before.length; p++) {
      long now = counter.fired(populations.get(p));
      counts[p][bins] = (int) (now - before[p]);
      before[p] = now;
    }
  }

  /// {@return positions in the plan of the recorded populations}
  public List<Integer> populations() {
    return populations;
  }

  /// {@return the width of a bin, in steps}
  public int everySteps() {
    return everySteps;
  }

  /// The spikes in each bin after `step` steps; a last bin that is not full counts what it has.
  ///
  /// {@return for each recorded population, a number for each bin}
  public int[][] counts(long step, Counter counter) {
    boolean partial = step % everySteps != 0;
    int[][] result = new int[counts.length][];
    for (int p = 0; p < counts.length; p++) {
      result[p] = Arrays.copyOf(counts[p], partial ? bins + 1 : bins);
      if (partial) {
        result[p][bins] = (int) (counter.fired(populations.get(p)) - before[p]);
      }
    }
    return result;
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// The rows of some neighbouring sources, one after the other.
///
/// *Shape*: row i lies from `start(i)` up to `start(i + 1)`. Targets are counted from the first neuron of the slice. Where
/// delays are their own, a row is sorted by delay, and synapses of one delay stay in the order of the row.
public final class Chunk {
  private final char[] targets;
  private final @Nullable Object weights;
  private final Starts starts;
  private final @Nullable Runs runs;

  private Chunk(char[] targets, @Nullable Object weights, Starts starts, @Nullable Runs runs) {
    this.targets = targets;
    this.weights = weights;
    this.starts = starts;
    this.runs = runs;
  }

  /// {@return rows that are alike in all but their targets}
  static Chunk of(char[] targets, Starts starts) {
    return new Chunk(targets, null, starts, null);
  }

  /// {@return rows of any length}
  ///
  /// @param starts where each row starts, and the end of the last
  /// @param weights one for each synapse, or null
  static Chunk of(char[] targets, @Nullable Object weights, int[] starts) {
    return new Chunk(targets, weights, Starts.of(starts), null);
  }

  /// {@return rows that are sorted by delay}
  static Chunk of(char[] targets, @Nullable Object weights, Runs runs) {
    return new Chunk(targets, weights, Starts.even(0, 0), runs);
  }

  /// {@return the targets of all rows}
  public char[] targets() {
    return targets;
  }

  /// {@return the weights of all rows, a `float[]` or `double[]` parallel to the targets; null where none has its own}
  public @Nullable Object weights() {
    return weights;
  }

  /// {@return where each row is cut by delay; null where all synapses have the same}
  public @Nullable Runs runs() {
    return runs;
  }

  /// {@return where a row starts; the row after the last one starts at the end}
  public int start(int row) {
    if (runs != null) {
      return runs.starts()[runs.first()[row]];
    }
    return starts.of(row);
  }

  /// {@return the memory of the arrays}
  long bytes() {
    long sum = 2L * targets.length;
    sum += weights == null ? 0 : (long) Reals.bytes(weights) * Reals.length(weights);
    return sum + starts.bytes() + (runs == null ? 0 : runs.bytes());
  }

  /// The synapses of one delay in a row lie together.
  ///
  /// *Shape*: the runs of row i are `first[i]` up to `first[i + 1]`, delays ascending. Run r starts at `starts[r]` and ends
  /// where the next one starts.
  ///
  /// @param delays in steps
  public record Runs(int[] first, int[] delays, int[] starts) {

    /// {@return the runs of rows that are sorted by delay}
    ///
    /// @param ends where each row starts, and the end of the last
    /// @param delays of each synapse
    static Runs of(int[] ends, int[] delays) {
      int rows = ends.length - 1;
      int[] first = new int[rows + 1];
      for (int i = 0; i < rows; i++) {
        int count = 0;
        for (int k = ends[i]; k < ends[i + 1]; k++) {
          count += k == ends[i] || delays[k] != delays[k - 1] ? 1 : 0;
        }
        first[i + 1] = first[i] + count;
      }
      int[] runDelays = new int[first[rows]];
      int[] starts = new int[first[rows] + 1];
      for (int i = 0, r = 0; i < rows; i++) {
        for (int k = ends[i]; k < ends[i + 1]; k++) {
          if (k == ends[i] || delays[k] != delays[k - 1]) {
            starts[r] = k;
            runDelays[r++] = delays[k];
          }
        }
      }
      starts[first[rows]] = ends[rows];
      return new Runs(first, runDelays, starts);
    }

    int longest() {
      return Arrays.stream(delays).max().orElse(0);
    }

    int shortest() {
      return Arrays.stream(delays).min().orElse(Integer.MAX_VALUE);
    }

    long bytes() {
      return 4L * (first.length + delays.length + starts.length);
    }
  }
}

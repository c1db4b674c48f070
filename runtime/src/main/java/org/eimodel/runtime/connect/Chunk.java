package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.kernel.PackedRun;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// The rows of some neighbouring sources, one after the other.
///
/// *Shape*: row i lies from `start(i)` up to `start(i + 1)`. Targets are counted from the first neuron of the slice. Where
/// delays are their own, a row is sorted by delay, and synapses of one delay stay in the order of the row; where weights of
/// single precision are their own, too, runs are [packed][PackedRun], and there are no targets and weights apart.
public final class Chunk {
  private static final char[] NO_TARGETS = {};

  private final int synapses;
  private final char[] targets;
  private final @Nullable Object weights;
  private final int @Nullable [] packed;
  private final Starts starts;
  private final @Nullable Runs runs;

  private Chunk(char[] targets, @Nullable Object weights, Starts starts, @Nullable Runs runs) {
    this.synapses = targets.length;
    this.targets = targets;
    this.weights = weights;
    this.packed = null;
    this.starts = starts;
    this.runs = runs;
  }

  private Chunk(int synapses, int[] packed, Runs runs) {
    this.synapses = synapses;
    this.targets = NO_TARGETS;
    this.weights = null;
    this.packed = packed;
    this.starts = Starts.even(0, 0);
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

  /// {@return rows that are sorted by delay, packed}
  ///
  /// @param targets copied; may be longer than the rows
  /// @param weights parallel to them
  static Chunk packed(char[] targets, float[] weights, Runs runs) {
    Runs places = runs.packed();
    int[] block = new int[places.end()];
    int[] starts = runs.starts();
    for (int r = 0; r + 1 < starts.length; r++) {
      PackedRun.write(
          targets, weights, starts[r], starts[r + 1], block, places.starts()[r]);
    }
    return new Chunk(runs.end(), block, places);
  }

  /// {@return how many synapses there are}
  int synapses() {
    return synapses;
  }

  /// {@return the targets of all rows; none where they are packed}
  public char[] targets() {
    return targets;
  }

  /// {@return the weights of all rows, a `float[]` or `double[]` parallel to the targets; null where none has its own, or where
  /// they are packed}
  public @Nullable Object weights() {
    return weights;
  }

  /// {@return the runs of all rows; null where they are not packed}
  public int @Nullable [] packed() {
    return packed;
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
    sum += packed == null ? 0 : 4L * packed.length;
    return sum + starts.bytes() + (runs == null ? 0 : runs.bytes());
  }

  /// The synapses of one delay in a row lie together.
  ///
  /// *Shape*: the runs of row i are `first[i]` up to `first[i + 1]`, delays ascending. Run r starts at `starts[r]` and ends
  /// where the next one starts; in synapses, or in places of an array where they are packed.
  ///
  /// @param delays in steps
  public record Runs(int[] first, int[] delays, int[] starts) {
    /// {@return where the same runs lie when they are packed}
    Runs packed() {
      int[] places = new int[starts.length];
      for (int r = 0; r + 1 < starts.length; r++) {
        places[r + 1] = places[r] + PackedRun.length(starts[r + 1] - starts[r]);
      }
      return new Runs(first, delays, places);
    }

    /// {@return where the last run ends}
    int end() {
      return starts[starts.length - 1];
    }

    int longest() {
      return Arrays.stream(delays).max().orElse(0);
    }

    long bytes() {
      return 4L * (first.length + delays.length + starts.length);
    }
  }
}

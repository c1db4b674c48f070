package org.eimodel.runtime.connect;

import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// The rows of some neighbouring sources, each with its targets in all slices.
///
/// *Shape*: in either form, targets are counted from the first neuron of their slice, and synapse j of the chunk has
/// weight j.
sealed interface WholeChunk {

  /// {@return where a row begins in the chunk's memory, for [#ask]}
  int place(int row);

  /// Asks for a row's first cache lines: so little code that the processor asks for those of the next rows meanwhile, and
  /// what then reads the rows does not wait for the memory row by row. Places were read before, those of all rows
  /// together: else the processor would wait for each of them before it could ask.
  ///
  /// @return something of what was asked for
  default int ask(int place) {
    char[] rows = rows();
    int lines = lines();
    int sum = 0;
    for (int line = 0; line <= lines; line++) {
      sum += rows[place + line * LINE];
    }
    return sum;
  }

  /// {@return all rows, and [#SLACK] numbers after them}
  char[] rows();

  /// {@return how many lines to ask for after a row's first}
  int lines();

  /// Adds to `needed`, for each slice, how many targets of a row lie there.
  void count(int row, int[] needed);

  /// Appends a row to what comes into each slice, where [#count] saw to it that there is room.
  void spread(int row, Terminals to);

  /// {@return where each row starts, counted in synapses}
  Starts starts();

  /// {@return a `float[]` or `double[]`; null where no synapse has its own}
  @Nullable Object weights();

  /// {@return the memory of the arrays}
  long bytes();

  /// {@return the chunk with all synapses of a buffer}
  ///
  /// @param counts for each row, how many of them go to each slice
  static WholeChunk of(RowBuffer buffer, int[] counts, int slices) {
    int[] starts = new int[counts.length / slices + 1];
    int most = 0;
    for (int r = 0, at = 0; r < counts.length; r++) {
      most = Math.max(most, counts[r]);
      at += counts[r];
      starts[r / slices + 1] = at;
    }
    Object weights = buffer.exactWeights();
    // Counts would take more than they save, or do not fit.
    if (counts.length > buffer.size() || most > Character.MAX_VALUE) {
      return Pairs.of(buffer, counts, slices, Starts.of(starts), weights);
    }
    return Counted.of(buffer, counts, slices, Starts.of(starts), weights);
  }

  /// Numbers of 16 bits in a cache line.
  int LINE = 32;

  /// So many lines of a row are asked for; beyond, the processor has seen where this goes.
  int MOST_LINES = 8;

  /// Numbers after the last row, to ask for and to copy blindly.
  int SLACK = (MOST_LINES + 1) * LINE;

  /// {@return how many lines to ask for after a row's first: the same for all rows, because the processor would wait for the
  /// memory to learn where each of them ends}
  private static int lines(int used, Starts starts) {
    return (int) Math.min(MOST_LINES, Math.ceilDiv(used, (long) LINE * starts.rows()));
  }

  /// A row is the number of its targets in each slice, then the targets, slice by slice.
  record Counted(char[] rows, int slices, Starts starts, @Nullable Object weights, int lines)
      implements WholeChunk {
    /// So many targets are copied without asking how many there are: one wrong guess costs more.
    private static final int BLIND = 8;

    /// From so many on, the JVM's own way of copying is quicker.
    private static final int LONG = 24;

    static Counted of(
        RowBuffer buffer, int[] counts, int slices, Starts starts, @Nullable Object weights) {
      char[] targets = buffer.targets();
      char[] rows = new char[Math.addExact(buffer.size(), counts.length + SLACK)];
      int to = 0;
      for (int row = 0; row * slices < counts.length; row++) {
        for (int k = 0; k < slices; k++) {
          rows[to++] = (char) counts[row * slices + k];
        }
        int from = starts.of(row);
        int count = starts.of(row + 1) - from;
        System.arraycopy(targets, from, rows, to, count);
        to += count;
      }
      return new Counted(rows, slices, starts, weights, WholeChunk.lines(to, starts));
    }

    @Override
    public int place(int row) {
      return starts.of(row) + row * slices;
    }

    @Override
    public void count(int row, int[] needed) {
      int place = place(row);
      for (int k = 0; k < slices; k++) {
        needed[k] += rows[place + k];
      }
    }

    @Override
    public void spread(int row, Terminals to) {
      int synapse = starts.of(row);
      int place = synapse + row * slices;
      int target = place + slices;
      char[] rows = this.rows;
      for (int k = 0; k < slices; k++) {
        int count = rows[place + k];
        char[] out = to.targets(k);
        int end = to.end(k);
        if (count < LONG) {
          for (int i = 0; i < BLIND; i++) {
            out[end + i] = rows[target + i];
          }
          for (int i = BLIND; i < count; i++) {
            out[end + i] = rows[target + i];
          }
        } else {
          System.arraycopy(rows, target, out, end, count);
        }
        if (weights != null) {
          to.weigh(k, weights, synapse, count);
        }
        to.advance(k, count);
        target += count;
        synapse += count;
      }
    }

    @Override
    public long bytes() {
      return 2L * rows.length + starts.bytes() + WholeChunk.weightBytes(weights);
    }
  }

  /// A row is a pair for each target: which of the slices, and the target. Short rows over many slices have this form.
  record Pairs(char[] rows, Starts starts, @Nullable Object weights, int lines)
      implements WholeChunk {
    static Pairs of(
        RowBuffer buffer, int[] counts, int slices, Starts starts, @Nullable Object weights) {
      char[] rows = new char[Math.addExact(Math.multiplyExact(2, buffer.size()), SLACK)];
      int to = 0;
      for (int r = 0; r < counts.length; r++) {
        for (int i = 0; i < counts[r]; i++, to += 2) {
          rows[to] = (char) (r % slices);
          rows[to + 1] = buffer.targets()[to >>> 1];
        }
      }
      return new Pairs(rows, starts, weights, WholeChunk.lines(to, starts));
    }

    @Override
    public int place(int row) {
      return 2 * starts.of(row);
    }

    @Override
    public void count(int row, int[] needed) {
      int end = place(row + 1);
      for (int i = place(row); i < end; i += 2) {
        needed[rows[i]]++;
      }
    }

    @Override
    public void spread(int row, Terminals to) {
      int end = starts.of(row + 1);
      for (int synapse = starts.of(row); synapse < end; synapse++) {
        int k = rows[2 * synapse];
        to.targets(k)[to.end(k)] = rows[2 * synapse + 1];
        if (weights != null) {
          to.weigh(k, weights, synapse, 1);
        }
        to.advance(k, 1);
      }
    }

    @Override
    public long bytes() {
      return 2L * rows.length + starts.bytes() + WholeChunk.weightBytes(weights);
    }
  }

  private static long weightBytes(@Nullable Object weights) {
    return weights == null ? 0 : (long) Reals.bytes(weights) * Reals.length(weights);
  }
}

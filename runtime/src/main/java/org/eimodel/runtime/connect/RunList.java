package org.eimodel.runtime.connect;

import java.util.Arrays;

/// Finds the runs of rows whose synapses come in the order of their delays; kept from chunk to chunk.
final class RunList {
  private int[] delays = {};
  private int[] starts = {};
  private int size;

  /// After each row, how many runs there are.
  private int[] rowEnds = {};

  private int rows;

  /// The delay of the present run; none where a row begins.
  private int present = -1;

  /// Forgets all rows.
  void clear() {
    size = 0;
    rows = 0;
    present = -1;
  }

  /// Adds a synapse to the present row.
  ///
  /// @param synapse counted through all rows
  /// @param delay not before that of the row's last synapse
  void add(int synapse, int delay) {
    if (delay != present) {
      begin(synapse, delay);
    }
  }

  private void begin(int synapse, int delay) {
    present = delay;
    if (size == delays.length) {
      delays = Arrays.copyOf(delays, 2 * size + 64);
      starts = Arrays.copyOf(starts, delays.length);
    }
    delays[size] = delay;
    starts[size++] = synapse;
  }

  /// Ends the present row.
  void endRow() {
    present = -1;
    if (rows == rowEnds.length) {
      rowEnds = Arrays.copyOf(rowEnds, 2 * rows + 64);
    }
    rowEnds[rows++] = size;
  }

  /// {@return the runs of all rows, in arrays of exactly their size}
  ///
  /// @param synapses of all rows
  Chunk.Runs exact(int synapses) {
    int[] first = new int[rows + 1];
    System.arraycopy(rowEnds, 0, first, 1, rows);
    int[] ends = Arrays.copyOf(starts, size + 1);
    ends[size] = synapses;
    return new Chunk.Runs(first, Arrays.copyOf(delays, size), ends);
  }
}

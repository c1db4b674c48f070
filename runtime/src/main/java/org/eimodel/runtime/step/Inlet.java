package org.eimodel.runtime.step;

import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.runtime.connect.Chunk;
import org.eimodel.runtime.connect.Rows;

/// Where the synapses of one tract into one slice are, and what an arrival does.
///
/// @param firstBlock the number of the rows' first chunk
/// @param delay of all synapses that have none of their own, in steps
record Inlet(Rows rows, int firstBlock, int delay, ArrivalKernel kernel, Object scalars) {

  /// Adds the row of a source to a list of runs.
  void add(int source, Volley volley) {
    int place = rows.place(source);
    Chunk chunk = rows.at(place);
    int row = rows.row(source);
    int from = chunk.start(row);
    int to = chunk.start(row + 1);
    if (from < to) {
      volley.add(firstBlock + place, from, to);
    }
  }
}

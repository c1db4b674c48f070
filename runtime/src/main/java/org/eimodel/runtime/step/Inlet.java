package org.eimodel.runtime.step;

import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.runtime.connect.Chunk;
import org.eimodel.runtime.connect.Rows;
import org.eimodel.runtime.connect.Terminals;

/// Where the synapses of one tract into one slice are, and what an arrival does.
sealed interface Inlet {
  /// {@return the delay of all synapses that have none of their own, in steps}
  int delay();

  /// {@return the longest delay of any synapse, in steps, as far as it is known before it is drawn}
  int longest();

  ArrivalKernel kernel();

  Object scalars();

  /// Synapses that are stored.
  ///
  /// @param firstBlock the number of the rows' first chunk
  record Stored(Rows rows, int firstBlock, int delay, ArrivalKernel kernel, Object scalars)
      implements Inlet {
    @Override
    public int longest() {
      return Math.max(delay, rows.longestDelay());
    }

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

  /// Synapses that are drawn where their sources fire.
  ///
  /// @param arbors one for each part of the source population, in order
  /// @param slice position of this slice among those that the tract reaches
  record Drawn(Arbor[] arbors, int slice, int delay, ArrivalKernel kernel, Object scalars)
      implements Inlet {
    @Override
    public int longest() {
      return delay;
    }

    /// {@return what the spikes of a part bring at a step; only when it has some}
    Terminals due(int part, long step) {
      return arbors[part].due(step);
    }

    /// Delivers what some spikes bring.
    ///
    /// @param from the first of them, counted among the spikes of the part
    /// @param base the first neuron of the slice
    void deliver(int part, int from, int to, long step, int base, Object[] arrays) {
      Terminals due = due(part, step);
      kernel.deliver(
          due.targets(slice),
          due.weights(slice),
          due.start(slice, from),
          due.start(slice, to),
          base,
          scalars,
          arrays);
    }
  }
}

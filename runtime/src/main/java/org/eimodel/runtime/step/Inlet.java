package org.eimodel.runtime.step;

import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.runtime.connect.Chunk;
import org.eimodel.runtime.connect.Rows;

/// Where the synapses of one projection onto one slice are, and what an arrival does.
///
/// @param delay of all synapses that have none of their own, in steps
record Inlet(Rows rows, int delay, ArrivalKernel kernel, Object scalars) {

  /// Delivers a spike to some synapses of a chunk.
  void deliver(Chunk chunk, int from, int to, int base, Object[] arrays) {
    kernel.deliver(chunk.targets(), chunk.weights(), from, to, base, scalars, arrays);
  }
}

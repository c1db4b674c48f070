package org.eimodel.runtime.poisson;

import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.runtime.state.Reals;

/// Runs the events of a train neuron by neuron, by an [EventKernel] in vector lanes. Belongs to one slice.
public final class EventLanes {
  private static final int[] NO_SPIKES = {};

  private final StepKernel kernel;
  private final Object scalars;
  private final int done;
  private final Object[] arrays;
  private final Object events;

  /// @param kernel of [EventKernel#kernel], for this slice alone
  /// @param done position of [EventKernel#done] among the scalars
  /// @param scalars of the arrival; a copy is made
  /// @param arrays of the arrival's group, and `events` after them
  /// @param events a number for each neuron of the group; slices may share it
  public EventLanes(
      StepKernel kernel, int done, Object scalars, Object[] arrays, Object events) {
    this.kernel = kernel;
    this.done = done;
    this.scalars = Reals.copy(scalars, done + 1);
    this.arrays = arrays;
    this.events = events;
  }

  /// Runs as many events of each neuron as there are.
  ///
  /// @param first the first neuron, in the storage of the group
  void deliver(EventCounts counts, int first) {
    int size = counts.each().length;
    for (int from = 0; from < size; from += EventCounts.BLOCK) {
      int until = Math.min(size, from + EventCounts.BLOCK);
      int most = counts.most()[from / EventCounts.BLOCK];
      if (events instanceof float[] floats) {
        widen(counts.each(), from, until, first, floats);
      } else {
        widen(counts.each(), from, until, first, (double[]) events);
      }
      for (int ran = 0; ran < most; ran += EventKernel.EVENTS) {
        Reals.set(scalars, done, ran);
        kernel.step(first + from, first + until, scalars, arrays, NO_SPIKES, 0);
      }
    }
  }

  private static void widen(char[] counts, int from, int until, int first, float[] out) {
    for (int i = from; i < until; i++) {
      out[first + i] = counts[i];
    }
  }

  private static void widen(char[] counts, int from, int until, int first, double[] out) {
    for (int i = from; i < until; i++) {
      out[first + i] = counts[i];
    }
  }
}

package org.eimodel.runtime.poisson;

import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.runtime.state.Reals;

/// Runs the events of a train neuron by neuron, by an [EventKernel] in vector lanes. Belongs to one slice.
public final class EventLanes {
  /// Neurons whose events are run before the next ones' are counted: they stay in the first-level cache.
  private static final int BLOCK = 512;

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
  /// @param words one for each neuron, from `wordsFirst` on
  /// @param first the first neuron, in the storage of the group
  void deliver(EventCounts counts, int[] words, int wordsFirst, int size, int first) {
    for (int from = 0; from < size; from += BLOCK) {
      int until = Math.min(size, from + BLOCK);
      int most = counts.write(words, wordsFirst, from, until, events, first);
      for (int ran = 0; ran < most; ran += EventKernel.EVENTS) {
        Reals.set(scalars, done, ran);
        kernel.step(first + from, first + until, scalars, arrays, NO_SPIKES, 0);
      }
    }
  }
}

package org.eimodel.runtime.step;

import java.util.List;
import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.runtime.kernel.LaneTier;
import org.eimodel.runtime.poisson.EventLanes;
import org.eimodel.runtime.poisson.Train;

/// Everything that arrives at one slice, in the order that the language defines: Poisson events come after the spikes of
/// neurons.
final class Arrivals {
  private final Feed[] feeds;
  private final Train[] trains;
  private final int base;
  private final Object[] arrays;

  /// @param base the first neuron of the slice
  Arrivals(List<Feed> feeds, List<Train> trains, int base, Object[] arrays) {
    this.feeds = feeds.toArray(Feed[]::new);
    this.trains = trains.toArray(Train[]::new);
    this.base = base;
    this.arrays = arrays;
  }

  /// Delivers what is due at a step.
  void deliver(long step) {
    for (Feed feed : feeds) {
      feed.deliver(step);
    }
    for (Train train : trains) {
      train.deliver(step, base, arrays);
    }
  }

  /// Draws Poisson events from now on with another form of the same random words.
  void use(RandomBlocks random) {
    for (Train train : trains) {
      train.use(random);
    }
  }

  /// Counts Poisson events from now on in another form.
  void use(BoundCounts counts) {
    for (Train train : trains) {
      train.use(counts);
    }
  }

  /// Runs Poisson events from now on in lanes.
  ///
  /// @param all arrays of the group, and the number of events of each neuron after them
  void use(LaneTier.Events events, Object[] all) {
    int position = events.kernel().events().position();
    int done = events.kernel().done().position();
    for (Train train : trains) {
      if (train.runs(events.group(), events.arrival())) {
        train.use(
            new EventLanes(
                events.form().instance(), done, train.scalars(), all, all[position]));
      }
    }
  }

  /// {@return the memory of what is under way, besides the spikes themselves}
  long bytes() {
    long sum = 0;
    for (Feed feed : feeds) {
      sum += feed.bytes();
    }
    return sum;
  }
}

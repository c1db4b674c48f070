package org.eimodel.runtime.step;

import java.util.List;
import org.eimodel.compiler.kernel.RandomBlocks;
import org.eimodel.runtime.poisson.Train;
import org.jspecify.annotations.Nullable;

/// Everything that arrives at one slice, in the order that the language defines.
///
/// What feeds deliver and what the agenda delivers have no state in common. Poisson events come after the spikes of neurons.
final class Arrivals {
  private final Feed[] feeds;
  private final @Nullable Agenda agenda;
  private final Train[] trains;
  private final int base;
  private final Object[] arrays;

  /// @param base the first neuron of the slice
  Arrivals(
      List<Feed> feeds,
      @Nullable Agenda agenda,
      List<Train> trains,
      int base,
      Object[] arrays) {
    this.feeds = feeds.toArray(Feed[]::new);
    this.agenda = agenda;
    this.trains = trains.toArray(Train[]::new);
    this.base = base;
    this.arrays = arrays;
  }

  /// Delivers what is due at a step.
  void deliver(long step) {
    for (Feed feed : feeds) {
      feed.deliver(step);
    }
    if (agenda != null) {
      agenda.deliver(step);
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

  /// {@return the memory of what is under way, besides the spikes themselves}
  long bytes() {
    return agenda == null ? 0 : agenda.bytes();
  }
}

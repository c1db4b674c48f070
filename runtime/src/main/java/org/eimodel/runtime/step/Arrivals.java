package org.eimodel.runtime.step;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that arrives at one slice, in the order that the language defines.
///
/// What feeds deliver and what the agenda delivers have no state in common.
final class Arrivals {
  private final Feed[] feeds;
  private final @Nullable Agenda agenda;

  Arrivals(List<Feed> feeds, @Nullable Agenda agenda) {
    this.feeds = feeds.toArray(Feed[]::new);
    this.agenda = agenda;
  }

  /// Delivers what is due at a step.
  void deliver(long step) {
    for (Feed feed : feeds) {
      feed.deliver(step);
    }
    if (agenda != null) {
      agenda.deliver(step);
    }
  }

  /// {@return the memory of what is under way, besides the spikes themselves}
  long bytes() {
    return agenda == null ? 0 : agenda.bytes();
  }
}

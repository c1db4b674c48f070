package org.eimodel.runtime.step;

import java.util.Arrays;
import java.util.function.Function;
import org.eimodel.runtime.connect.ListRooms;
import org.eimodel.runtime.connect.Spreader;
import org.eimodel.runtime.connect.Terminals;

/// Spreads the spikes of a part of a population over the slices that its tract reaches.
///
/// The slice in which neurons fire reads or draws each of their rows once, at the end of a step, some steps before it is
/// due; every slice then finds a list of its own.
final class Arbor {
  /// How many synapses all lists together may have room for because one of them needed it, compared to what the neurons have:
  /// enough for steps in which this part of the neurons, divided by the number of lists, fires.
  private static final double SHARE = 0.5;

  /// Room for so few is not worth counting.
  private static final int FEW = 256;

  private final Spreader rows;
  private final SpikeSource source;
  private final int lag;
  private final int lead;
  private final ListRooms rooms;
  private final Terminals[] due;

  /// For each of `due`, whether it has anything.
  private final boolean[] full;

  /// @param slices how many the tract reaches
  /// @param synapses how many the neurons of the part have
  /// @param lists makes empty ones, which share their rooms
  /// @param lag steps from a spike to its arrival
  /// @param lead steps from the spreading of a spike to its arrival; at most the lag
  Arbor(
      Spreader rows,
      int slices,
      double synapses,
      Function<ListRooms, Terminals> lists,
      SpikeSource source,
      int lag,
      int lead) {
    this.rows = rows;
    this.source = source;
    this.lag = lag;
    this.lead = lead;
    this.due = new Terminals[2 * lead];
    this.rooms = new ListRooms(slices, FEW + (int) (SHARE * synapses / slices / due.length));
    Arrays.setAll(due, _ -> lists.apply(rooms));
    this.full = new boolean[due.length];
  }

  /// Spreads, at the end of a step, what is due `lead` steps after it.
  void spread(long step) {
    int place = (int) ((step + lead) % due.length);
    SpikeRing ring = source.ring();
    int slot = ring.slot(step + lead - lag);
    boolean any = false;
    if (ring.count(slot) != 0) {
      int from = ring.place(slot, source.part());
      int to = ring.place(slot, source.part() + 1);
      if (from < to) {
        rows.spread(ring.spikes(), from, to, due[place]);
        any = true;
      }
    }
    if (full[place] && !any) {
      due[place].clear();
    }
    full[place] = any;
  }

  /// Between rounds: gives every list the room that one of them needed, before it needs it itself.
  void makeRoom() {
    if (rooms.wasRaised()) {
      for (Terminals lists : due) {
        lists.grow();
      }
    }
  }

  /// {@return whether anything is due at a step}
  boolean isDue(long step) {
    return full[(int) (step % due.length)];
  }

  /// {@return what is due at a step}
  Terminals due(long step) {
    return due[(int) (step % due.length)];
  }

  /// {@return the memory of the lists}
  long bytes() {
    return Arrays.stream(due).mapToLong(Terminals::bytes).sum();
  }
}

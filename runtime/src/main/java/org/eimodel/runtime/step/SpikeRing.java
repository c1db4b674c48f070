package org.eimodel.runtime.step;

import java.util.Arrays;

/// The latest spikes of one slice, step by step, each step's in ascending order and divided by population.
///
/// The slice writes the present step; other slices may read those of the laps before the last meanwhile, in the array that they
/// find: one that grows leaves the old one as it was. [#makeRoom] moves spikes and runs between rounds alone.
///
/// *Shape*: `spikes` holds neurons in the storage of the group. Those of part k in a slot lie from `place(slot, k)` up to
/// `place(slot, k + 1)`.
final class SpikeRing {
  private final int lags;
  private final int mask;
  private final int parts;
  private final int room;

  /// For how many spikes a round had better have more room than its first lap may need.
  private final int spare;

  private final int[] starts;
  private final int[] counts;
  private final int[] places;
  private volatile int[] spikes;
  private int end;

  /// @param lags how many steps back anyone reads
  /// @param neurons of the slice
  SpikeRing(int lags, Laps laps, int parts, int neurons) {
    int slots = slots(lags, laps);
    int room = Math.multiplyExact(laps.steps(), neurons);
    // those of a whole round are written down after it
    this.lags = Math.max(lags, laps.round());
    this.mask = slots - 1;
    this.parts = parts;
    this.room = room;
    this.spare = neurons / 2;
    this.starts = new int[slots];
    this.counts = new int[slots];
    this.places = new int[Math.multiplyExact(slots, parts + 1)];
    this.spikes = new int[room + neurons];
  }

  /// {@return a power of two, so that nobody writes what another may still read}
  private static int slots(int lags, Laps laps) {
    return Integer.highestOneBit(Math.max(lags, laps.round()) + laps.apart() - 1) << 1;
  }

  /// {@return the memory of a ring before it grows}
  static long bytes(int lags, Laps laps, int parts, int neurons) {
    return 4 * ((long) slots(lags, laps) * (parts + 3) + (1L + laps.steps()) * neurons);
  }

  /// {@return where spikes are, and where those of the present step go, from [#end] on}
  int[] spikes() {
    return spikes;
  }

  /// {@return where the spikes of the present step begin}
  int end() {
    return end;
  }

  int slot(long step) {
    return (int) step & mask;
  }

  /// {@return how many spikes there are in a slot}
  int count(int slot) {
    return counts[slot];
  }

  /// {@return where the spikes of a part begin; only in a slot that has some}
  int place(int slot, int part) {
    return places[slot * (parts + 1) + part];
  }

  /// Closes the present step, whose spikes end before `until`.
  ///
  /// @param partEnds after the last neuron of each part
  void close(long step, int until, int[] partEnds) {
    int slot = slot(step);
    starts[slot] = end;
    counts[slot] = until - end;
    if (until > end) {
      int[] spikes = this.spikes;
      int place = slot * (parts + 1);
      int at = end;
      for (int k = 0; k < parts; k++) {
        places[place + k] = at;
        while (at < until && spikes[at] < partEnds[k]) {
          at++;
        }
      }
      places[place + parts] = until;
      end = until;
    }
  }

  /// Makes sure that all neurons may spike in each step of the lap to come, while others read.
  void extend() {
    if (spikes.length - end < room) {
      spikes = Arrays.copyOf(spikes, Math.addExact(2 * end, 2 * room));
    }
  }

  /// The same for the first lap of a round, while nobody reads: forgets what nobody will read again, before later laps have to
  /// [#extend].
  ///
  /// @param next the first step of the round
  void makeRoom(long next) {
    if (spikes.length - end >= room + spare) {
      return;
    }
    int from = next < lags ? 0 : starts[slot(next - lags)];
    int live = end - from;
    int[] target =
        live + room <= spikes.length ? spikes : new int[Math.addExact(2 * live, 2 * room)];
    System.arraycopy(spikes, from, target, 0, live);
    spikes = target;
    end = live;
    for (int slot = 0; slot <= mask; slot++) {
      starts[slot] -= from;
    }
    for (int i = 0; i < places.length; i++) {
      places[i] -= from;
    }
  }

  /// {@return the memory of the arrays}
  long bytes() {
    return 4L * (starts.length + counts.length + places.length + spikes.length);
  }
}

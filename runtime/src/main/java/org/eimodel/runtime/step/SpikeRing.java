package org.eimodel.runtime.step;

/// The latest spikes of one slice, step by step, each step's in ascending order and divided by population.
///
/// The slice writes the present step; every slice may read the earlier ones meanwhile. [#makeRoom] moves spikes and runs
/// between steps alone.
///
/// *Shape*: `spikes` holds neurons in the storage of the group. Those of part k in a slot lie from `place(slot, k)` up to
/// `place(slot, k + 1)`.
final class SpikeRing {
  private final int lags;
  private final int mask;
  private final int parts;
  private final int room;
  private final int[] starts;
  private final int[] counts;
  private final int[] places;
  private int[] spikes;
  private int end;

  /// @param lags how many steps back anyone reads
  /// @param room the most spikes of one step
  SpikeRing(int lags, int parts, int room) {
    int slots = Integer.highestOneBit(Math.max(1, lags)) << 1;
    this.lags = lags;
    this.mask = slots - 1;
    this.parts = parts;
    this.room = room;
    this.starts = new int[slots];
    this.counts = new int[slots];
    this.places = new int[Math.multiplyExact(slots, parts + 1)];
    this.spikes = new int[2 * room];
  }

  /// {@return the memory of a ring before it grows}
  static long bytes(int lags, int parts, int room) {
    long slots = 2L * Integer.highestOneBit(Math.max(1, lags));
    return 4 * (slots * (parts + 3) + 2L * room);
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

  /// Makes sure that all neurons may spike in the step to come.
  void makeRoom(long next) {
    if (spikes.length - end >= room) {
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

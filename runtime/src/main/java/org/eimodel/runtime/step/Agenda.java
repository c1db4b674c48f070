package org.eimodel.runtime.step;

import java.util.Arrays;
import java.util.List;
import org.eimodel.runtime.connect.Chunk;

/// Runs of synapses on the way to one slice, by the step in which they are due.
///
/// A spike's row is read once, the step after it was sent, and each of its runs is noted for the step in which it arrives.
/// Entries are made in the order (send step, source, projection, run), so each step's are in the order that the language
/// defines.
///
/// *Shape*: an entry is four numbers: inlet, chunk, where the run starts and where it ends.
final class Agenda {
  private static final int ENTRY = 4;

  /// Runs that are fetched together: they stay in the first-level cache until they are delivered.
  private static final int AHEAD = 16;

  private final List<Inlets> sources;
  private final Inlet[] inlets;
  private final int base;
  private final Object[] arrays;
  private final int mask;
  private final int[][] due;
  private final int[] ends;

  /// Written so that reading ahead is not left out.
  @SuppressWarnings("UnusedVariable")
  private int touched;

  /// The projections from one population that come into the slice, in order.
  ///
  /// @param parts where the population's spikes are
  /// @param inlets positions of its projections among all inlets of the slice
  record Inlets(List<Feed.Source> parts, int[] inlets) {}

  /// @param sources populations in order
  /// @param longest the longest delay of any inlet, in steps
  /// @param base the first neuron of the slice
  Agenda(List<Inlets> sources, List<Inlet> inlets, int longest, int base, Object[] arrays) {
    this.sources = sources;
    this.inlets = inlets.toArray(Inlet[]::new);
    this.base = base;
    this.arrays = arrays;
    int slots = Integer.highestOneBit(Math.max(1, longest)) << 1;
    this.mask = slots - 1;
    this.due = new int[slots][0];
    this.ends = new int[slots];
  }

  /// Notes the spikes of the step before `step`, then delivers what is due.
  void deliver(long step) {
    for (int k = 0; k < sources.size(); k++) {
      Inlets source = sources.get(k);
      for (int p = 0; p < source.parts.size(); p++) {
        note(source.inlets, source.parts.get(p), step);
      }
    }
    int slot = (int) step & mask;
    int[] entries = due[slot];
    int end = ends[slot];
    for (int block = 0; block < end; block += AHEAD * ENTRY) {
      int blockEnd = Math.min(end, block + AHEAD * ENTRY);
      touch(entries, block, blockEnd);
      for (int e = block; e < blockEnd; e += ENTRY) {
        Inlet inlet = inlets[entries[e]];
        Chunk chunk = inlet.rows().at(entries[e + 1]);
        inlet.deliver(chunk, entries[e + 2], entries[e + 3], base, arrays);
      }
    }
    ends[slot] = 0;
  }

  /// Reads a number of each cache line of some runs, so that memory brings them all at the same time.
  private void touch(int[] entries, int from, int to) {
    int sum = 0;
    for (int e = from; e < to; e += ENTRY) {
      Chunk chunk = inlets[entries[e]].rows().at(entries[e + 1]);
      sum += chunk.touch(entries[e + 2], entries[e + 3]);
    }
    touched = sum;
  }

  private void note(int[] into, Feed.Source part, long step) {
    SpikeRing ring = part.ring();
    int slot = ring.slot(step - 1);
    if (ring.count(slot) == 0) {
      return;
    }
    int[] spikes = ring.spikes();
    int end = ring.place(slot, part.part() + 1);
    for (int i = ring.place(slot, part.part()); i < end; i++) {
      for (int inlet : into) {
        note(inlet, spikes[i] - part.shift(), step);
      }
    }
  }

  private void note(int index, int neuron, long step) {
    Inlet inlet = inlets[index];
    int place = inlet.rows().place(neuron);
    Chunk chunk = inlet.rows().at(place);
    int row = inlet.rows().row(neuron);
    Chunk.Runs runs = chunk.runs();
    if (runs == null) {
      int from = chunk.start(row);
      int to = chunk.start(row + 1);
      if (from < to) {
        add(step + inlet.delay(), index, place, from, to);
      }
    } else {
      int[] delays = runs.delays();
      int[] starts = runs.starts();
      int end = runs.first()[row + 1];
      for (int r = runs.first()[row]; r < end; r++) {
        add(step + delays[r], index, place, starts[r], starts[r + 1]);
      }
    }
  }

  private void add(long step, int inlet, int chunk, int from, int to) {
    int slot = (int) step & mask;
    int end = ends[slot];
    int[] entries = due[slot];
    if (entries.length == end) {
      entries = Arrays.copyOf(entries, 2 * end + 16 * ENTRY);
      due[slot] = entries;
    }
    entries[end] = inlet;
    entries[end + 1] = chunk;
    entries[end + 2] = from;
    entries[end + 3] = to;
    ends[slot] = end + ENTRY;
  }

  /// {@return the memory of the entries}
  long bytes() {
    return Arrays.stream(due).mapToLong(entries -> 4L * entries.length).sum() + 4L * ends.length;
  }
}

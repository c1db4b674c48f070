package org.eimodel.runtime.step;

import java.util.Arrays;
import java.util.List;
import org.eimodel.runtime.connect.Chunk;
import org.jspecify.annotations.Nullable;

/// Runs of synapses on the way to one slice, by the step in which they are due.
///
/// A spike's row is read once, the step after it was sent, and each of its runs is noted for the step in which it arrives.
/// Notes are made in the order (send step, source, tract, run), so each step's are in the order that the language defines.
final class Agenda implements Feed {
  private final List<Inlets> sources;
  private final Inlet[] inlets;
  private final Blocks blocks;
  private final int base;
  private final Object[] arrays;
  private final int mask;
  private final @Nullable Day[] days;

  /// The tracts from one population that come into the slice, in order.
  ///
  /// @param parts where the population's spikes are
  /// @param inlets positions of its tracts among all inlets of the agenda
  record Inlets(List<SpikeSource> parts, int[] inlets) {}

  /// What is due at one step.
  private static final class Day {
    private final Volley volley = new Volley();

    /// Pairs: an inlet, and where its runs end.
    private int[] pages = {};

    private int end;

    void add(int inlet, int block, int from, int to) {
      if (end == 0 || pages[end - 2] != inlet) {
        if (pages.length == end) {
          pages = Arrays.copyOf(pages, 2 * end + 8);
        }
        pages[end] = inlet;
        end += 2;
      }
      volley.add(block, from, to);
      pages[end - 1] = volley.end();
    }

    void clear() {
      volley.clear();
      end = 0;
    }
  }

  /// @param sources populations in order
  /// @param longest the longest delay of any inlet, in steps
  /// @param base the first neuron of the slice
  Agenda(
      List<Inlets> sources,
      List<Inlet> inlets,
      Blocks blocks,
      int longest,
      int base,
      Object[] arrays) {
    this.sources = sources;
    this.inlets = inlets.toArray(Inlet[]::new);
    this.blocks = blocks;
    this.base = base;
    this.arrays = arrays;
    this.days = new Day[Integer.highestOneBit(Math.max(1, longest)) << 1];
    this.mask = days.length - 1;
  }

  /// Notes the spikes of the step before `step`, then delivers what is due.
  @Override
  public void deliver(long step) {
    for (int k = 0; k < sources.size(); k++) {
      Inlets source = sources.get(k);
      for (int p = 0; p < source.parts.size(); p++) {
        note(source.inlets, source.parts.get(p), step);
      }
    }
    Day today = days[(int) step & mask];
    if (today == null) {
      return;
    }
    int from = 0;
    for (int page = 0; page < today.end; page += 2) {
      int to = today.pages[page + 1];
      today.volley.deliver(inlets[today.pages[page]], blocks, from, to, base, arrays);
      from = to;
    }
    today.clear();
  }

  private void note(int[] into, SpikeSource part, long step) {
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

  private void note(int index, int source, long step) {
    Inlet inlet = inlets[index];
    int place = inlet.rows().place(source);
    int block = inlet.firstBlock() + place;
    Chunk chunk = inlet.rows().at(place);
    int row = inlet.rows().row(source);
    Chunk.Runs runs = chunk.runs();
    if (runs == null) {
      int from = chunk.start(row);
      int to = chunk.start(row + 1);
      if (from < to) {
        day(step + inlet.delay()).add(index, block, from, to);
      }
    } else {
      int[] delays = runs.delays();
      int[] starts = runs.starts();
      int end = runs.first()[row + 1];
      for (int r = runs.first()[row]; r < end; r++) {
        day(step + delays[r]).add(index, block, starts[r], starts[r + 1]);
      }
    }
  }

  private Day day(long step) {
    int slot = (int) step & mask;
    Day day = days[slot];
    if (day == null) {
      day = new Day();
      days[slot] = day;
    }
    return day;
  }

  @Override
  public long bytes() {
    long sum = 0;
    for (Day day : days) {
      sum += day == null ? 0 : day.volley.bytes() + 4L * day.pages.length;
    }
    return sum;
  }
}

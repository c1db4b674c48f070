package org.eimodel.runtime.step;

import java.util.List;
import org.eimodel.runtime.connect.Chunk;
import org.eimodel.runtime.connect.Terminals;
import org.jspecify.annotations.Nullable;

/// Runs of synapses on the way to one slice, by the step in which they are due.
///
/// A spike's row is read once, in the step in which the first of its synapses may be due, and each of its runs is noted for the
/// step in which it arrives. Of a row that was drawn, the synapses themselves are kept until then.
/// Notes are made in the order (send step, source, tract, run), so each step's are in the order that the language defines.
final class Agenda implements Feed {
  private final List<Inlets> sources;
  private final Inlet[] inlets;
  private final Blocks blocks;
  private final int patience;
  private final int base;
  private final Object[] arrays;
  private @Nullable Day[] days;

  /// The tracts from one population that come into the slice, in order.
  ///
  /// @param parts where the population's spikes are
  /// @param inlets positions of its tracts among all inlets of the agenda
  record Inlets(List<SpikeSource> parts, int[] inlets) {}

  /// @param sources populations in order
  /// @param patience steps between the one after a spike and that in which it is noted; at most the shortest delay
  /// @param longest the longest delay of any inlet that is known, in steps
  /// @param base the first neuron of the slice
  Agenda(
      List<Inlets> sources,
      List<Inlet> inlets,
      Blocks blocks,
      int patience,
      int longest,
      int base,
      Object[] arrays) {
    this.sources = sources;
    this.inlets = inlets.toArray(Inlet[]::new);
    this.blocks = blocks;
    this.patience = patience;
    this.base = base;
    this.arrays = arrays;
    this.days = new Day[Integer.highestOneBit(Math.max(1, longest)) << 1];
  }

  /// Notes the spikes that may begin to arrive, then delivers what is due.
  @Override
  public void deliver(long step) {
    for (int k = 0; k < sources.size(); k++) {
      Inlets source = sources.get(k);
      for (int p = 0; p < source.parts.size(); p++) {
        note(source.inlets, p, source.parts.get(p), step);
      }
    }
    Day today = days[slot(step)];
    if (today != null) {
      today.deliver(inlets, blocks, base, arrays);
    }
  }

  private void note(int[] into, int place, SpikeSource part, long step) {
    SpikeRing ring = part.ring();
    long after = step - patience;
    int slot = ring.slot(after - 1);
    if (ring.count(slot) == 0) {
      return;
    }
    int[] spikes = ring.spikes();
    int first = ring.place(slot, part.part());
    int end = ring.place(slot, part.part() + 1);
    for (int i = first; i < end; i++) {
      for (int inlet : into) {
        switch (inlets[inlet]) {
          case Inlet.Stored stored -> note(inlet, stored, spikes[i] - part.shift(), after);
          case Inlet.Drawn drawn -> note(inlet, drawn, place, i - first, after);
        }
      }
    }
  }

  /// @param after the step after the spike, from which delays count
  private void note(int index, Inlet.Stored inlet, int source, long after) {
    int place = inlet.rows().place(source);
    int block = inlet.firstBlock() + place;
    Chunk chunk = inlet.rows().at(place);
    int row = inlet.rows().row(source);
    Chunk.Runs runs = chunk.runs();
    if (runs == null) {
      int from = chunk.start(row);
      int to = chunk.start(row + 1);
      if (from < to) {
        day(after, inlet.delay()).add(index, block, from, to);
      }
    } else {
      int[] delays = runs.delays();
      int[] starts = runs.starts();
      int end = runs.first()[row + 1];
      for (int r = runs.first()[row]; r < end; r++) {
        day(after, delays[r]).add(index, block, starts[r], starts[r + 1]);
      }
    }
  }

  /// Takes over what was drawn of a spike: there it does not stay.
  private void note(int index, Inlet.Drawn inlet, int part, int spike, long after) {
    Terminals due = inlet.due(part, after + patience);
    int slice = inlet.slice();
    char[] targets = due.targets(slice);
    Object weights = due.weights(slice);
    int from = due.start(slice, spike);
    int to = due.start(slice, spike + 1);
    int[] delays = due.delays(slice);
    if (delays.length == 0) {
      if (from < to) {
        day(after, inlet.delay()).add(index, targets, weights, from, to);
      }
    } else {
      for (int j = from; j < to; j++) {
        day(after, delays[j]).add(index, targets, weights, j, j + 1);
      }
    }
  }

  private int slot(long step) {
    return (int) step & days.length - 1;
  }

  private Day day(long after, int delay) {
    if (delay >= days.length) {
      lengthen(after, delay);
    }
    int slot = slot(after + delay);
    Day day = days[slot];
    if (day == null) {
      day = new Day();
      days[slot] = day;
    }
    return day;
  }

  /// Makes room for a longer delay than any before.
  private void lengthen(long after, int delay) {
    @Nullable Day[] old = days;
    days = new Day[Integer.highestOneBit(delay) << 1];
    for (int ahead = 0; ahead < old.length; ahead++) {
      days[slot(after + ahead)] = old[(int) (after + ahead) & old.length - 1];
    }
  }

  @Override
  public long bytes() {
    long sum = 0;
    for (Day day : days) {
      sum += day == null ? 0 : day.bytes();
    }
    return sum;
  }
}

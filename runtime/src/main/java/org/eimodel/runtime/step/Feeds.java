package org.eimodel.runtime.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.runtime.connect.Rows;
import org.eimodel.runtime.connect.Tract;
import org.eimodel.runtime.layout.Slice;

/// Puts the arrivals at one slice in the order that the language defines: send step, source population, source neuron,
/// projection, synapse.
///
/// Tracts whose synapses all have the same delay are fed from the spikes of that many steps ago. Those with delays of their
/// own go through the agenda, and with them all whose arrivals must keep an order with theirs.
final class Feeds {
  /// When a feed's turn comes.
  ///
  /// @param order of the tract; -1 for those through which spikes go by turns
  private record Turn(int lag, int source, int order) implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      if (lag != other.lag) {
        return Integer.compare(other.lag, lag);
      }
      return source != other.source
          ? Integer.compare(source, other.source)
          : Integer.compare(order, other.order);
    }
  }

  /// Gives the places of a population's spikes.
  @FunctionalInterface
  interface Spikes {
    List<SpikeSource> of(int population);
  }

  private final Spikes spikes;
  private final int base;
  private final Object[] arrays;
  private final int patience;
  private final Blocks blocks = new Blocks();
  private final Map<Turn, List<Inlet>> rows = new TreeMap<>();
  private final Map<Turn, Feed> lists = new TreeMap<>();
  private final Map<Integer, List<Inlet>> late = new TreeMap<>();

  /// @param patience steps that spikes wait before the agenda notes them
  Feeds(Slice slice, Object[] arrays, Spikes spikes, int patience) {
    this.spikes = spikes;
    this.base = slice.first();
    this.arrays = arrays;
    this.patience = patience;
  }

  /// Adds a tract that has rows for this slice. Tracts come in their order.
  void add(Tract tract, int order, Rows own, ArrivalKernel kernel, Object scalars) {
    add(tract, order, new Inlet.Stored(own, blocks.add(own), tract.delay(), kernel, scalars));
  }

  private void add(Tract tract, int order, Inlet inlet) {
    if (tract.late()) {
      late.computeIfAbsent(tract.source(), _ -> new ArrayList<>()).add(inlet);
    } else {
      int turn = tract.apart() ? -1 : order;
      rows.computeIfAbsent(
              new Turn(1 + tract.delay(), tract.source(), turn), _ -> new ArrayList<>())
          .add(inlet);
    }
  }

  /// Adds a tract whose arbors make lists. Tracts come in their order.
  ///
  /// @param slice position of this slice among those that the tract reaches
  void add(
      Tract tract,
      int order,
      List<Arbor> arbors,
      int slice,
      ArrivalKernel kernel,
      Object scalars) {
    if (tract.late() || tract.apart()) {
      Arbor[] own = arbors.toArray(Arbor[]::new);
      add(tract, order, new Inlet.Drawn(own, slice, tract.delay(), kernel, scalars));
    } else {
      lists.put(
          new Turn(1 + tract.delay(), tract.source(), order),
          new ListFeed(arbors, slice, kernel, scalars, base, arrays));
    }
  }

  /// {@return the feeds in order}
  List<Feed> all() {
    Volley volley = new Volley();
    Map<Turn, Feed> ordered = new TreeMap<>(lists);
    rows.forEach((turn, inlets) ->
        ordered.put(
            turn,
            new RowFeed(
                turn.lag, spikes.of(turn.source), inlets, blocks, volley, base, arrays)));
    List<Feed> feeds = new ArrayList<>(ordered.values());
    if (!late.isEmpty()) {
      feeds.add(agenda());
    }
    return feeds;
  }

  private Agenda agenda() {
    List<Inlet> inlets = new ArrayList<>();
    List<Agenda.Inlets> sources = new ArrayList<>();
    late.forEach((population, own) -> {
      int[] positions = new int[own.size()];
      for (int k = 0; k < positions.length; k++) {
        positions[k] = inlets.size();
        inlets.add(own.get(k));
      }
      sources.add(new Agenda.Inlets(spikes.of(population), positions));
    });
    int longest = inlets.stream().mapToInt(Inlet::longest).max().orElse(0);
    return new Agenda(sources, inlets, blocks, patience, longest, base, arrays);
  }
}

package org.eimodel.runtime.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.connect.Connectivity;
import org.eimodel.runtime.connect.Rows;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.poisson.Train;
import org.eimodel.runtime.state.Reals;

/// Puts the arrivals at one slice in the order that the language defines: send step, source population, source neuron,
/// projection, synapse.
///
/// Projections whose synapses all have the same delay are fed straight from the spikes of that many steps ago. Those with
/// delays of their own go through the agenda, and with them all whose arrivals must keep an order with theirs.
final class Feeds {
  /// Feeds go by send step, source and, to have some order, target.
  private record Key(int lag, int source, int target) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::lag)
            .reversed()
            .thenComparing(Key::source)
            .thenComparing(Key::target);
  }

  /// One projection onto the slice.
  ///
  /// @param order of the projection in the plan
  private record Entry(int order, ProjectionPlan projection, Touched touched, Inlet inlet) {
    boolean orderMatters(Entry other) {
      return projection.target() == other.projection.target()
          && touched.orderMatters(other.touched);
    }

    boolean ownDelays() {
      return projection.delays() instanceof Delays.Each;
    }
  }

  private final Layout layout;
  private final List<SpikeRing> rings;
  private final Object[] arrays;
  private final int base;
  private final List<Entry> direct = new ArrayList<>();
  private final List<Entry> late = new ArrayList<>();
  private final List<Train> trains = new ArrayList<>();

  private Feeds(Layout layout, List<SpikeRing> rings, Slice slice, Object[] arrays) {
    this.layout = layout;
    this.rings = rings;
    this.arrays = arrays;
    this.base = slice.first();
  }

  /// {@return how many steps back a population's spikes are read}
  static int lags(NetworkPlan plan, int population) {
    return plan.projections().stream()
        .filter(projection -> projection.source() == population)
        .mapToInt(projection -> 1 + sameDelay(projection))
        .max()
        .orElse(1);
  }

  /// {@return the longest lag of the populations of a slice}
  static int lags(NetworkPlan plan, Slice slice) {
    return slice.parts().stream().mapToInt(part -> lags(plan, part.population())).max().orElse(1);
  }

  private static int sameDelay(ProjectionPlan projection) {
    return switch (projection.delays()) {
      case Delays.Same(int steps) -> steps;
      case Delays.Each _ -> 0;
    };
  }

  /// {@return for each slice, what arrives there}
  static List<Arrivals> of(
      NetworkPlan plan,
      Layout layout,
      Connectivity connectivity,
      KernelSource kernels,
      List<SpikeRing> rings,
      List<Object[]> arrays) {
    List<Feeds> feeds =
        layout.slices().stream()
            .map(slice -> new Feeds(layout, rings, slice, arrays.get(slice.group())))
            .toList();
    for (int j = 0; j < plan.projections().size(); j++) {
      ProjectionPlan projection = plan.projections().get(j);
      int group = plan.populations().get(projection.target()).group();
      var kernel = plan.groups().get(group).arrivals().get(projection.arrival());
      Object scalars = Reals.of(kernels.precision(), projection.arrivalScalars());
      for (Rows rows : connectivity.rows().get(j)) {
        Inlet inlet = new Inlet(rows, sameDelay(projection), kernels.arrival(kernel), scalars);
        feeds
            .get(rows.part().slice())
            .direct
            .add(new Entry(j, projection, Touched.by(kernel), inlet));
      }
    }
    for (PoissonPlan train : plan.poisson()) {
      int group = plan.populations().get(train.population()).group();
      var kernel = plan.groups().get(group).arrivals().get(train.arrival());
      Object scalars = Reals.of(kernels.precision(), train.arrivalScalars());
      for (Part part : layout.parts().get(train.population())) {
        if (Train.reaches(train, part)) {
          Feeds slice = feeds.get(part.slice());
          slice.trains.add(
              Train.of(
                  train, plan.seed(), part, slice.base, kernels.arrival(kernel), scalars));
        }
      }
    }
    return feeds.stream().map(Feeds::arrivals).toList();
  }

  private Arrivals arrivals() {
    moveLate();
    Map<Key, List<Inlet>> byKey = new TreeMap<>(Key.ORDER);
    for (Entry entry : direct) {
      ProjectionPlan projection = entry.projection;
      byKey
          .computeIfAbsent(
              new Key(1 + entry.inlet.delay(), projection.source(), projection.target()),
              _ -> new ArrayList<>())
          .add(entry.inlet);
    }
    List<Feed> feeds = new ArrayList<>();
    byKey.forEach((key, inlets) ->
        feeds.add(new Feed(key.lag(), sources(key.source()), inlets, base, arrays)));
    return new Arrivals(feeds, late.isEmpty() ? null : agenda(), trains, base, arrays);
  }

  /// Moves from `direct` to `late` what has delays of its own and, until nothing more follows, what must keep an order with
  /// that.
  private void moveLate() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = direct.size() - 1; i >= 0; i--) {
        Entry entry = direct.get(i);
        if (entry.ownDelays() || late.stream().anyMatch(entry::orderMatters)) {
          late.add(direct.remove(i));
          moved = true;
        }
      }
    }
  }

  private Agenda agenda() {
    late.sort(Comparator.comparing(Entry::order));
    Map<Integer, List<Integer>> bySource = new TreeMap<>();
    int longest = 0;
    for (int k = 0; k < late.size(); k++) {
      Entry entry = late.get(k);
      bySource.computeIfAbsent(entry.projection.source(), _ -> new ArrayList<>()).add(k);
      longest = Math.max(longest, Math.max(entry.inlet.delay(), entry.inlet.rows().longestDelay()));
    }
    List<Agenda.Inlets> sources = new ArrayList<>();
    bySource.forEach((population, inlets) ->
        sources.add(
            new Agenda.Inlets(
                sources(population), inlets.stream().mapToInt(Integer::intValue).toArray())));
    return new Agenda(sources, late.stream().map(Entry::inlet).toList(), longest, base, arrays);
  }

  private List<Feed.Source> sources(int population) {
    return layout.parts().get(population).stream()
        .map(part ->
            new Feed.Source(
                rings.get(part.slice()), part.index(), part.first() - part.offset()))
        .toList();
  }
}

package org.eimodel.runtime.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.connect.Connectivity;
import org.eimodel.runtime.connect.Rows;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.state.Reals;

/// Puts the arrivals at each slice in the order that the language defines: send step, source population, source neuron,
/// projection.
final class Feeds {
  private record Key(int lag, int source, int target) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::lag)
            .reversed()
            .thenComparing(Key::source)
            .thenComparing(Key::target);
  }

  private Feeds() {}

  /// {@return how many steps back a population's spikes are read}
  static int lags(NetworkPlan plan, int population) {
    return plan.projections().stream()
        .filter(projection -> projection.source() == population)
        .mapToInt(Feeds::lag)
        .max()
        .orElse(1);
  }

  /// {@return the longest lag of the populations of a slice}
  static int lags(NetworkPlan plan, Slice slice) {
    return slice.parts().stream().mapToInt(part -> lags(plan, part.population())).max().orElse(1);
  }

  private static int lag(ProjectionPlan projection) {
    return switch (projection.delays()) {
      case Delays.Same(int steps) -> 1 + steps;
      case Delays.Each _ -> throw new UnsupportedOperationException("delays of their own");
    };
  }

  /// {@return for each slice, its feeds in order}
  static List<List<Feed>> of(
      NetworkPlan plan,
      Layout layout,
      Connectivity connectivity,
      KernelSource kernels,
      List<SpikeRing> rings,
      List<Object[]> arrays) {
    List<Map<Key, List<Feed.Target>>> bySlice = new ArrayList<>();
    layout.slices().forEach(_ -> bySlice.add(new TreeMap<>(Key.ORDER)));
    for (int j = 0; j < plan.projections().size(); j++) {
      ProjectionPlan projection = plan.projections().get(j);
      int group = plan.populations().get(projection.target()).group();
      Object scalars = Reals.of(kernels.precision(), projection.arrivalScalars());
      for (Rows rows : connectivity.rows().get(j)) {
        Key key = new Key(lag(projection), projection.source(), projection.target());
        bySlice
            .get(rows.part().slice())
            .computeIfAbsent(key, _ -> new ArrayList<>())
            .add(
                new Feed.Target(
                    rows,
                    kernels.arrival(plan.groups().get(group).arrivals().get(projection.arrival())),
                    scalars));
      }
    }
    List<List<Feed>> feeds = new ArrayList<>();
    for (Slice slice : layout.slices()) {
      List<Feed> own = new ArrayList<>();
      bySlice
          .get(slice.index())
          .forEach((key, targets) ->
              own.add(
                  new Feed(
                      key.lag(),
                      sources(layout, key.source(), rings),
                      targets,
                      slice.first(),
                      arrays.get(slice.group()))));
      feeds.add(own);
    }
    return feeds;
  }

  private static List<Feed.Source> sources(Layout layout, int population, List<SpikeRing> rings) {
    List<Feed.Source> sources = new ArrayList<>();
    for (Part part : layout.parts().get(population)) {
      sources.add(
          new Feed.Source(rings.get(part.slice()), part.index(), part.first() - part.offset()));
    }
    return sources;
  }
}

package org.eimodel.runtime.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.runtime.connect.Connectivity;
import org.eimodel.runtime.connect.Pathway;
import org.eimodel.runtime.connect.DrawnRows;
import org.eimodel.runtime.connect.RowSpace;
import org.eimodel.runtime.connect.Rows;
import org.eimodel.runtime.connect.Spreader;
import org.eimodel.runtime.connect.Terminals;
import org.eimodel.runtime.connect.WholeRows;
import org.eimodel.runtime.connect.Tract;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.poisson.Train;
import org.eimodel.runtime.state.Reals;

/// Connects slices: what arrives at each, and what each sends out.
final class Afferents {
  private final NetworkPlan plan;
  private final Layout layout;
  private final KernelSource kernels;
  private final List<SpikeRing> rings;
  private final List<Object[]> arrays;

  /// How many there are of each group.
  private final int[] slices;

  private final int patience;
  private final List<Feeds> feeds = new ArrayList<>();
  private final List<List<Train>> trains = new ArrayList<>();
  private final List<List<Arbor>> arbors = new ArrayList<>();

  /// Of each slice, what its arbors draw into.
  private final List<RowSpace> spaces = new ArrayList<>();

  /// @param rings one for each slice
  /// @param arrays for each group
  /// @param patience how long spikes wait that are noted
  /// @param apart by how many steps slices may be apart: spikes that go to other slices are spread so long before
  Afferents(
      NetworkPlan plan,
      Layout layout,
      Connectivity connectivity,
      KernelSource kernels,
      List<SpikeRing> rings,
      List<Object[]> arrays,
      int patience,
      int apart) {
    this.plan = plan;
    this.layout = layout;
    this.kernels = kernels;
    this.rings = rings;
    this.arrays = arrays;
    this.slices = new int[plan.groups().size()];
    this.patience = patience;
    for (Slice slice : layout.slices()) {
      slices[slice.group()]++;
      feeds.add(new Feeds(slice, arrays.get(slice.group()), this::spikes, patience));
      trains.add(new ArrayList<>());
      arbors.add(new ArrayList<>());
      spaces.add(new RowSpace());
    }
    for (int order = 0; order < connectivity.pathways().size(); order++) {
      add(connectivity.pathways().get(order), order, apart);
    }
    plan.poisson().forEach(this::add);
  }

  private void add(Pathway pathway, int order, int apart) {
    Tract tract = pathway.tract();
    switch (pathway) {
      case Pathway.Sliced(_, List<Rows> rows) -> {
        ArrivalKernel kernel = kernel(tract.group(), tract.arrival());
        Object scalars = Reals.of(kernels.precision(), tract.scalars());
        for (Rows own : rows) {
          feeds.get(own.slice()).add(tract, order, own, kernel, scalars);
        }
      }
      case Pathway.Whole(_, List<Integer> slices, WholeRows rows) ->
          add(
              tract,
              order,
              slices,
              part -> {
                SpikeSource spikes = spikes(part);
                double synapses = share(tract, part) * rows.synapses();
                return arbor(
                    tract, slices, synapses, rows.reading(spikes.shift()), spikes, apart);
              });
      case Pathway.Drawn(_, List<Integer> slices, DrawnRows rows) ->
          add(
              tract,
              order,
              slices,
              part -> {
                SpikeSource spikes = spikes(part);
                Spreader drawing = rows.drawing(spikes.shift(), spaces.get(part.slice()));
                double synapses = share(tract, part) * rows.expected();
                return arbor(tract, slices, synapses, drawing, spikes, apart);
              });
    }
  }

  /// {@return which part of the sources of a tract lies here}
  private double share(Tract tract, Part part) {
    return (double) part.size() / plan.populations().get(tract.source()).size();
  }

  private Arbor arbor(
      Tract tract,
      List<Integer> slices,
      double synapses,
      Spreader rows,
      SpikeSource spikes,
      int apart) {
    int lag = 1 + (tract.late() ? patience : tract.delay());
    // Where spikes cross between slices, these are not further apart than the lag; inside one, lists are read in the next step.
    return new Arbor(
        rows,
        slices.size(),
        synapses,
        rooms ->
            new Terminals(
                slices.size(), tract.weighted(), tract.ownDelays(), kernels.precision(), rooms),
        spikes,
        lag,
        Math.min(lag, apart));
  }

  private void add(
      Tract tract, int order, List<Integer> slices, Function<Part, Arbor> arbor) {
    ArrivalKernel kernel = kernel(tract.group(), tract.arrival());
    Object scalars = Reals.of(kernels.precision(), tract.scalars());
    List<Arbor> own = new ArrayList<>();
    for (Part part : layout.parts().get(tract.source())) {
      Arbor made = arbor.apply(part);
      own.add(made);
      arbors.get(part.slice()).add(made);
    }
    for (int k = 0; k < slices.size(); k++) {
      feeds.get(slices.get(k)).add(tract, order, own, k, kernel, scalars);
    }
  }

  private void add(PoissonPlan train) {
    int group = plan.populations().get(train.population()).group();
    ArrivalKernel kernel = kernel(group, train.arrival());
    Object scalars = Reals.of(kernels.precision(), train.arrivalScalars());
    for (Part part : layout.parts().get(train.population())) {
      if (Train.reaches(train, part)) {
        int base = layout.slices().get(part.slice()).first();
        trains
            .get(part.slice())
            .add(Train.of(train, plan.seed(), group, part, base, kernel, scalars));
      }
    }
  }

  private ArrivalKernel kernel(int group, int arrival) {
    Kernel kernel = plan.groups().get(group).arrivals().get(arrival);
    return slices[group] == 1 ? kernels.arrivalFromZero(kernel) : kernels.arrival(kernel);
  }

  private List<SpikeSource> spikes(int population) {
    return layout.parts().get(population).stream().map(this::spikes).toList();
  }

  private SpikeSource spikes(Part part) {
    return new SpikeSource(
        rings.get(part.slice()), part.index(), part.first() - part.offset());
  }

  /// {@return what arrives at a slice}
  Arrivals arrivals(Slice slice) {
    return new Arrivals(
        feeds.get(slice.index()).all(),
        trains.get(slice.index()),
        slice.first(),
        arrays.get(slice.group()));
  }

  /// {@return what the arbors of a slice draw into}
  RowSpace space(Slice slice) {
    return spaces.get(slice.index());
  }

  /// {@return what the spikes of a slice go out by}
  List<Arbor> arbors(Slice slice) {
    return arbors.get(slice.index());
  }
}

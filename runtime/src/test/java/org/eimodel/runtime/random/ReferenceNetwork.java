package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.state.Reals;

/// Runs a network plan as `docs/semantics.md` says and in no other way: every arriving synapse is a record in a list that is
/// sorted as the page says, and is delivered by a call of its own. Slow, and independent of the engine.
final class ReferenceNetwork {
  /// A neuron that a run stopped at.
  record Stop(int population, int neuron) {}

  /// One synapse of a spike on its way, in the order in which arrivals are added.
  record Arrival(
      long sent, int sourcePopulation, int source, int projection, int synapse, int target) {
    static final Comparator<Arrival> ORDER =
        Comparator.comparingLong(Arrival::sent)
            .thenComparingInt(Arrival::sourcePopulation)
            .thenComparingInt(Arrival::source)
            .thenComparingInt(Arrival::projection)
            .thenComparingInt(Arrival::synapse);
  }

  final NetworkPlan plan;
  final KernelSource kernels;
  private final List<List<List<Integer>>> synapses;
  private final Object[][] arrays;
  private final int[] first;
  private final Object[] scalars;
  private final Object[] arrivalScalars;
  private final StepKernel[] steps;
  private final List<List<ArrivalKernel>> arrivals = new ArrayList<>();

  /// For each projection, the position of the refractory count that its arrivals look at, or -1.
  private final int[] waits;

  /// For each step and population, the neurons that spiked.
  private final List<int[][]> spikes = new ArrayList<>();

  private List<Arrival> lastArrivals = List.of();
  private Optional<Stop> stop = Optional.empty();

  /// How many synapses delivered a spike, by the steps that it was under way beyond the next one.
  long delivered;

  long deliveredLate;
  long spikeCount;

  /// Arrivals that met a refractory neuron which drops writes.
  long dropped;

  final boolean[] reached;

  /// @param synapses for each projection and source the targets
  ReferenceNetwork(NetworkPlan plan, KernelSource kernels, List<List<List<Integer>>> synapses) {
    this.plan = plan;
    this.kernels = kernels;
    this.synapses = synapses;
    this.reached = new boolean[plan.projections().size()];
    this.first = new int[plan.populations().size()];
    this.arrays = new Object[plan.groups().size()][];
    this.steps = new StepKernel[plan.groups().size()];
    for (int g = 0; g < arrays.length; g++) {
      group(g, plan.groups().get(g));
    }
    this.waits = plan.projections().stream().mapToInt(this::waits).toArray();
    this.scalars =
        plan.populations().stream().map(population -> block(population.scalars())).toArray();
    this.arrivalScalars =
        plan.projections().stream().map(projection -> block(projection.arrivalScalars())).toArray();
  }

  static List<List<List<Integer>>> synapses(NetworkPlan plan) {
    return plan.projections().stream()
        .map(projection -> ReferenceSynapses.of(plan, projection))
        .toList();
  }

  private void group(int g, GroupPlan group) {
    int size = 0;
    for (int p : group.populations()) {
      first[p] = size;
      size += plan.populations().get(p).size();
    }
    arrays[g] = new Object[group.arrayCount()];
    for (int k = 0; k < group.arrayCount(); k++) {
      arrays[g][k] = block(new double[size]);
      for (int p : group.populations()) {
        PopulationPlan population = plan.populations().get(p);
        for (int i = 0; i < population.size(); i++) {
          Reals.set(arrays[g][k], first[p] + i, population.elements().get(k).at(i));
        }
      }
    }
    steps[g] = kernels.step(group.step());
    arrivals.add(group.arrivals().stream().map(kernels::arrival).toList());
  }

  private int waits(ProjectionPlan projection) {
    GroupPlan group = plan.groups().get(groupOf(projection.target()));
    return group.arrivals().get(projection.arrival()).slots().stream()
        .filter(slot -> slot.kind() == Slot.Kind.STATE && !group.stateNames().containsValue(slot))
        .mapToInt(Slot::position)
        .findFirst()
        .orElse(-1);
  }

  private Object block(double[] values) {
    return Reals.of(kernels.precision(), values);
  }

  private int groupOf(int population) {
    return plan.populations().get(population).group();
  }

  /// {@return how many steps are done}
  long done() {
    return spikes.size();
  }

  Optional<Stop> stop() {
    return stop;
  }

  /// {@return the neurons of a population that spiked in a step that is over}
  int[] spikes(long step, int population) {
    return spikes.get((int) step)[population];
  }

  /// {@return who spiked in the last step, neurons numbered through all populations}
  int[] lastSpikes() {
    int[] all = {};
    int before = 0;
    for (int p = 0; p < first.length; p++) {
      int offset = before;
      int[] own = Arrays.stream(spikes.getLast()[p]).map(neuron -> neuron + offset).toArray();
      all = IntStream.concat(Arrays.stream(all), Arrays.stream(own)).toArray();
      before += plan.populations().get(p).size();
    }
    return all;
  }

  /// {@return what was delivered in the last step, in order}
  List<Arrival> lastArrivals() {
    return lastArrivals;
  }

  /// {@return a state of a neuron}
  double state(int population, Slot slot, int neuron) {
    return Reals.get(arrays[groupOf(population)][slot.position()], first[population] + neuron);
  }

  /// Does one step, unless a neuron stopped the run.
  ///
  /// {@return false when the run is stopped}
  boolean step() {
    if (stop.isPresent()) {
      return false;
    }
    long n = spikes.size();
    deliver(n);
    int[][] fired = new int[plan.populations().size()][0];
    for (int g = 0; g < arrays.length; g++) {
      for (int p : plan.groups().get(g).populations()) {
        fired[p] = advance(n, p);
      }
    }
    spikes.add(fired);
    return stop.isEmpty();
  }

  private void deliver(long n) {
    List<Arrival> due = new ArrayList<>();
    for (int q = 0; q < synapses.size(); q++) {
      ProjectionPlan projection = plan.projections().get(q);
      long sent = n - 1 - steps(projection);
      if (sent >= 0) {
        for (int source : spikes(sent, projection.source())) {
          List<Integer> row = synapses.get(q).get(source);
          for (int k = 0; k < row.size(); k++) {
            due.add(new Arrival(sent, projection.source(), source, q, k, row.get(k)));
          }
        }
      }
    }
    due.sort(Arrival.ORDER);
    lastArrivals = due;
    due.forEach(this::deliver);
  }

  private static int steps(ProjectionPlan projection) {
    return ((Delays.Same) projection.delays()).steps();
  }

  private void deliver(Arrival arrival) {
    ProjectionPlan projection = plan.projections().get(arrival.projection());
    int target = projection.target();
    int g = groupOf(target);
    reached[arrival.projection()] = true;
    delivered++;
    deliveredLate += steps(projection) > 0 ? 1 : 0;
    int count = waits[arrival.projection()];
    if (count >= 0 && Reals.get(arrays[g][count], first[target] + arrival.target()) > 0) {
      dropped++;
    }
    char[] one = {(char) arrival.target()};
    arrivals
        .get(g)
        .get(projection.arrival())
        .deliver(one, null, 0, 1, first[target], arrivalScalars[arrival.projection()], arrays[g]);
  }

  /// Advances a population neuron by neuron.
  private int[] advance(long n, int p) {
    GroupPlan group = plan.groups().get(groupOf(p));
    Object[] own = arrays[groupOf(p)];
    int[] fired = new int[plan.populations().get(p).size()];
    int count = 0;
    group.time().ifPresent(time -> Reals.set(scalars[p], time.position(), n * plan.dt()));
    for (int i = 0; i < fired.length; i++) {
      for (Slot input : group.inputs().values()) {
        if (input.perElement()) {
          Reals.set(own[input.position()], first[p] + i, driven(n, p, input, i));
        } else {
          Reals.set(scalars[p], input.position(), driven(n, p, input, i));
        }
      }
      int neuron = first[p] + i;
      int now = steps[groupOf(p)].step(neuron, neuron + 1, scalars[p], own, fired, count);
      if (now < 0) {
        stop = stop.isPresent() ? stop : Optional.of(new Stop(p, ~now - first[p]));
      }
      count = Math.max(now, count);
    }
    spikeCount += count;
    return Arrays.stream(fired, 0, count).map(neuron -> neuron - first[p]).toArray();
  }

  /// {@return what drives add up to}
  double driven(long n, int p, Slot input, int neuron) {
    double sum = 0;
    for (DrivePlan drive : plan.drives()) {
      boolean here = drive.population() == p && neuron >= drive.from() && neuron < drive.until();
      if (here && drive.input().equals(input) && drive.waveform().on(n)) {
        sum += drive.amplitude().at(neuron);
      }
    }
    return sum;
  }
}

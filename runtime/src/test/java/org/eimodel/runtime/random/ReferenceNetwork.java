package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eimodel.SpikeHash;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.compiler.plan.Refractory;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.state.Reals;

/// Runs a network plan as `docs/semantics.md` says and in no other way: every arriving synapse is a record in a list that is
/// sorted as the page says, and is delivered by a call of its own. Slow, and independent of the engine.
final class ReferenceNetwork {
  /// A neuron that a run stopped at.
  record Stop(int population, int neuron) {}

  /// One synapse of a spike on its way, in the order in which arrivals are added.
  private record Arrival(
      long sent,
      int sourcePopulation,
      int source,
      int projection,
      int number,
      ReferenceSynapse synapse) {
    static final Comparator<Arrival> ORDER =
        Comparator.comparingLong(Arrival::sent)
            .thenComparingInt(Arrival::sourcePopulation)
            .thenComparingInt(Arrival::source)
            .thenComparingInt(Arrival::projection)
            .thenComparingInt(Arrival::number);
  }

  /// What a neuron gets from a synapse or a drive, once.
  ///
  /// @param origin the [ProjectionPlan] or [PoissonPlan]
  /// @param weight its own; NaN where the scalars have it
  record Event(
      Object origin, int population, int target, int arrival, double[] scalars, double weight) {}

  final NetworkPlan plan;
  final KernelSource kernels;
  private final List<List<List<ReferenceSynapse>>> synapses;
  private final Object[][] arrays;

  /// For each group and neuron, how many steps it is still refractory.
  private final int[][] refractorySteps;

  private final int[] first;
  private final Object[] scalars;
  private final List<ReferencePoisson> poisson;
  private final int longest;
  private final StepKernel[] steps;
  private final List<List<ArrivalKernel>> arrivals = new ArrayList<>();

  /// For each step and population, the neurons that spiked.
  private final List<int[][]> spikes = new ArrayList<>();

  private final List<Event> lastEvents = new ArrayList<>();
  private Optional<Stop> stop = Optional.empty();

  /// How many synapses delivered a spike, by the steps that it was under way beyond the next one.
  long delivered;

  long deliveredLate;
  long spikeCount;

  /// Of all spikes so far.
  long spikeHash;

  /// Arrivals that met a refractory neuron which drops writes.
  long dropped;

  /// Events of Poisson drives.
  long poissonEvents;

  /// Projections and drives that reached a neuron.
  final Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());

  /// @param synapses for each projection and source the row
  ReferenceNetwork(
      NetworkPlan plan, KernelSource kernels, List<List<List<ReferenceSynapse>>> synapses) {
    this.plan = plan;
    this.kernels = kernels;
    this.synapses = synapses;
    this.first = new int[plan.populations().size()];
    this.arrays = new Object[plan.groups().size()][];
    this.refractorySteps = new int[plan.groups().size()][];
    this.steps = new StepKernel[plan.groups().size()];
    for (int g = 0; g < arrays.length; g++) {
      group(g, plan.groups().get(g));
    }
    this.longest =
        synapses.stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .mapToInt(ReferenceSynapse::delay)
            .max()
            .orElse(0);
    this.poisson =
        plan.poisson().stream().map(drive -> new ReferencePoisson(drive, plan.seed())).toList();
    this.scalars =
        plan.populations().stream().map(population -> block(population.scalars())).toArray();
  }

  static List<List<List<ReferenceSynapse>>> synapses(NetworkPlan plan) {
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
    refractorySteps[g] = new int[size];
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
    boolean[] active = new boolean[size];
    Arrays.fill(active, true);
    group.refractory().ifPresent(how -> arrays[g][how.active().position()] = active);
    steps[g] = kernels.step(group.step());
    arrivals.add(group.arrivals().stream().map(kernels::arrival).toList());
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

  /// {@return what neurons got in the last step, in order}
  List<Event> lastEvents() {
    return lastEvents;
  }

  /// {@return a state of a neuron}
  double state(int population, Slot slot, int neuron) {
    return Reals.get(arrays[groupOf(population)][slot.position()], first[population] + neuron);
  }

  /// {@return for how many steps a neuron is still refractory}
  int refractorySteps(int population, int neuron) {
    return refractorySteps[groupOf(population)][first[population] + neuron];
  }

  /// Does one step, unless a neuron stopped the run.
  ///
  /// {@return false when the run is stopped}
  boolean step() {
    if (stop.isPresent()) {
      return false;
    }
    long n = spikes.size();
    lastEvents.clear();
    deliver(n);
    drive(n);
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
    for (long sent = Math.max(0, n - 1 - longest); sent < n; sent++) {
      for (int q = 0; q < synapses.size(); q++) {
        int population = plan.projections().get(q).source();
        for (int source : spikes(sent, population)) {
          List<ReferenceSynapse> row = synapses.get(q).get(source);
          for (int k = 0; k < row.size(); k++) {
            if (sent + 1 + row.get(k).delay() == n) {
              due.add(new Arrival(sent, population, source, q, k, row.get(k)));
            }
          }
        }
      }
    }
    due.sort(Arrival.ORDER);
    for (Arrival arrival : due) {
      ProjectionPlan projection = plan.projections().get(arrival.projection());
      delivered++;
      deliveredLate += arrival.synapse().delay() > 0 ? 1 : 0;
      take(
          new Event(
              projection,
              projection.target(),
              arrival.synapse().target(),
              projection.arrival(),
              projection.arrivalScalars(),
              arrival.synapse().weight()));
    }
  }

  /// Poisson events, after the arrivals of other neurons.
  private void drive(long n) {
    for (int d = 0; d < poisson.size(); d++) {
      PoissonPlan drive = plan.poisson().get(d);
      for (int i = 0; i < plan.populations().get(drive.population()).size(); i++) {
        int count = poisson.get(d).events(i, n);
        poissonEvents += count;
        for (int k = 0; k < count; k++) {
          take(
              new Event(
                  drive,
                  drive.population(),
                  i,
                  drive.arrival(),
                  drive.arrivalScalars(),
                  Double.NaN));
        }
      }
    }
  }

  private void take(Event event) {
    int g = groupOf(event.population());
    reached.add(event.origin());
    lastEvents.add(event);
    Kernel kernel = plan.groups().get(g).arrivals().get(event.arrival());
    for (Slot slot : kernel.slots()) {
      boolean waits =
          slot.kind() == Slot.Kind.ACTIVE
              && refractorySteps(event.population(), event.target()) > 0;
      dropped += waits ? 1 : 0;
    }
    char[] one = {(char) event.target()};
    arrivals
        .get(g)
        .get(event.arrival())
        .deliver(
            one,
            Double.isNaN(event.weight()) ? null : block(new double[] {event.weight()}),
            0,
            1,
            first[event.population()],
            block(event.scalars()),
            arrays[g]);
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
      int before = count;
      count = Math.max(now, count);
      group.refractory().ifPresent(how -> wait(p, neuron, how, now > before));
      if (n % 16 == 15) {
        group.step().decaying().forEach(state -> flush(own[state.position()], neuron));
      }
    }
    spikeCount += count;
    int[] neurons = Arrays.stream(fired, 0, count).map(neuron -> neuron - first[p]).toArray();
    PopulationPlan population = plan.populations().get(p);
    long name = SpikeHash.population(population.family(), population.labels());
    for (int neuron : neurons) {
      spikeHash += SpikeHash.mix(name, neuron, n + 1);
    }
    return neurons;
  }

  private void wait(int p, int neuron, Refractory how, boolean fired) {
    int[] steps = refractorySteps[groupOf(p)];
    Object[] own = arrays[groupOf(p)];
    int at = how.period().position();
    if (fired) {
      steps[neuron] =
          (int) (how.period().perElement() ? Reals.get(own[at], neuron) : Reals.get(scalars[p], at));
    } else if (steps[neuron] > 0) {
      steps[neuron]--;
    }
    ((boolean[]) own[how.active().position()])[neuron] = steps[neuron] == 0;
  }

  private void flush(Object array, int neuron) {
    double least = kernels.precision() == Precision.SINGLE ? 1e-30f : 1e-200;
    if (Math.abs(Reals.get(array, neuron)) < least) {
      Reals.set(array, neuron, 0);
    }
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

package org.eimodel.runtime.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.ProjectionPlan;

/// Runs a network plan as `docs/semantics.md` says and in no other way: every arriving synapse is a record in a list that is
/// sorted as the page says, and is delivered by a call of its own. Slow, and independent of the engine.
final class ReferenceNetwork {
  /// A neuron that a run stopped at.
  record Stop(int population, int neuron) {}

  /// One synapse of a spike on its way, in the order in which arrivals are added.
  private record Arrival(long sent, int sourcePopulation, int source, int projection, int synapse, int target) {
    static final Comparator<Arrival> ORDER =
        Comparator.comparingLong(Arrival::sent)
            .thenComparingInt(Arrival::sourcePopulation)
            .thenComparingInt(Arrival::source)
            .thenComparingInt(Arrival::projection)
            .thenComparingInt(Arrival::synapse);
  }

  final NetworkPlan plan;
  final Kernels kernels;
  private final List<List<List<Integer>>> synapses;
  private final Object[][] arrays;
  private final int[] first;
  private final Object[] scalars;
  private final Object[] arrivalScalars;
  private final StepKernel[] steps;
  private final List<List<ArrivalKernel>> arrivals = new ArrayList<>();

  /// For each step and population, the neurons that spiked.
  private final List<int[][]> spikes = new ArrayList<>();

  private Optional<Stop> stop = Optional.empty();

  /// How many synapses delivered a spike, by the steps that it was under way beyond the next one.
  long delivered;

  long deliveredLate;
  long spikeCount;

  /// Arrivals that met a refractory neuron which drops writes.
  long dropped;

  final boolean[] reached;

  /// @param synapses for each projection and source the targets
  ReferenceNetwork(NetworkPlan plan, Kernels kernels, List<List<List<Integer>>> synapses) {
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
    this.scalars = plan.populations().stream().map(population -> block(population.scalars())).toArray();
    this.arrivalScalars = plan.projections().stream().map(projection -> block(projection.arrivalScalars())).toArray();
  }

  static List<List<List<Integer>>> synapses(NetworkPlan plan) {
    return plan.projections().stream().map(projection -> ReferenceSynapses.of(plan, projection)).toList();
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
          set(arrays[g][k], first[p] + i, population.elements().get(k).at(i));
        }
      }
    }
    steps[g] = kernels.step(group.step());
    arrivals.add(group.arrivals().stream().map(kernels::arrival).toList());
  }

  private Object block(double[] values) {
    if (kernels.precision() == Precision.DOUBLE) {
      return values.clone();
    }
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  static void set(Object array, int index, double value) {
    if (array instanceof float[] floats) {
      floats[index] = (float) value;
    } else {
      ((double[]) array)[index] = value;
    }
  }

  static double get(Object array, int index) {
    return array instanceof float[] floats ? floats[index] : ((double[]) array)[index];
  }

  private int groupOf(int population) {
    return plan.populations().get(population).group();
  }

  int n() { return spikes.size(); }

  Optional<Stop> stop() {
    return stop;
  }

  /// {@return the neurons of a population that spiked in a step that is over}
  int[] spikes(long step, int population) {
    return spikes.get((int) step)[population];
  }

  /// {@return a state of a neuron}
  double state(int population, Slot slot, int neuron) {
    return get(arrays[groupOf(population)][slot.position()], first[population] + neuron);
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
        drive(n, p);
        int size = plan.populations().get(p).size();
        int[] out = new int[size];
        int count = steps[g].step(first[p], first[p] + size, scalars[p], arrays[g], out, 0);
        if (count < 0) {
          stop = stop.isPresent() ? stop : Optional.of(new Stop(p, ~count - first[p]));
        } else {
          int base = first[p];
          fired[p] = Arrays.stream(out, 0, count).map(neuron -> neuron - base).toArray();
          spikeCount += count;
        }
      }
    }
    spikes.add(fired);
    return stop.isEmpty();
  }

  private void deliver(long n) {
    List<Arrival> due = new ArrayList<>();
    for (int q = 0; q < synapses.size(); q++) {
      ProjectionPlan projection = plan.projections().get(q);
      long sent = n - 1 - projection.delaySteps();
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
    due.forEach(this::deliver);
  }

  private void deliver(Arrival arrival) {
    ProjectionPlan projection = plan.projections().get(arrival.projection());
    int target = projection.target();
    int g = groupOf(target);
    reached[arrival.projection()] = true;
    delivered++;
    deliveredLate += projection.delaySteps() > 0 ? 1 : 0;
    GroupPlan group = plan.groups().get(g);
    for (Slot slot : group.arrivals().get(projection.arrival()).slots()) {
      boolean refractory = slot.kind() == Slot.Kind.STATE && !group.stateNames().containsValue(slot);
      if (refractory && get(arrays[g][slot.position()], first[target] + arrival.target()) > 0) {
        dropped++;
      }
    }
    char[] one = {(char) arrival.target()};
    arrivals.get(g).get(projection.arrival())
        .deliver(one, 0, 1, first[target], arrivalScalars[arrival.projection()], arrays[g]);
  }

  private void drive(long n, int p) {
    GroupPlan group = plan.groups().get(groupOf(p));
    group.time().ifPresent(time -> set(scalars[p], time.position(), n * plan.dt()));
    for (Slot input : group.inputs().values()) {
      if (input.perElement()) {
        for (int i = 0; i < plan.populations().get(p).size(); i++) {
          set(arrays[groupOf(p)][input.position()], first[p] + i, driven(n, p, input, i));
        }
      } else {
        set(scalars[p], input.position(), driven(n, p, input, 0));
      }
    }
  }

  private double driven(long n, int p, Slot input, int neuron) {
    double sum = 0;
    for (DrivePlan drive : plan.drives()) {
      boolean here = drive.population() == p && neuron >= drive.from() && neuron < drive.until();
      if (here && drive.input().equals(input) && drive.waveform().on(n)) {
        sum += drive.amplitude().at(neuron);
      }
    }
    return sum;
  }

  /// {@return the first state in which this network and another of the same plan differ, if they do}
  Optional<String> difference(ReferenceNetwork other) {
    if (!stop.equals(other.stop)) {
      return Optional.of("one stops at " + stop + ", the other at " + other.stop);
    }
    for (int p = 0; p < first.length; p++) {
      int[] here = spikes.getLast()[p];
      int[] there = other.spikes.getLast()[p];
      if (!Arrays.equals(here, there)) {
        return Optional.of("spikes of " + plan.populations().get(p).name() + ": " + Arrays.toString(here) + " and " + Arrays.toString(there));
      }
    }
    for (int g = 0; g < arrays.length; g++) {
      for (Slot state : plan.groups().get(g).states()) {
        Object here = arrays[g][state.position()];
        Object there = other.arrays[g][state.position()];
        if (!same(here, there)) {
          return Optional.of(difference(g, state, here, there));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean same(Object here, Object there) {
    return here instanceof float[] floats
        ? Arrays.equals(floats, (float[]) there)
        : Arrays.equals((double[]) here, (double[]) there);
  }

  private String difference(int g, Slot state, Object here, Object there) {
    for (int p : plan.groups().get(g).populations()) {
      for (int i = 0; i < plan.populations().get(p).size(); i++) {
        double a = get(here, first[p] + i);
        double b = get(there, first[p] + i);
        if (Double.doubleToLongBits(a) != Double.doubleToLongBits(b)) {
          return "%s of %s[%d]: %s and %s".formatted(state, plan.populations().get(p).name(), i, a, b);
        }
      }
    }
    return "%s of group %d".formatted(state, g);
  }
}

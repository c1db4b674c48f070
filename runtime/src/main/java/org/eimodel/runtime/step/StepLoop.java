package org.eimodel.runtime.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.eimodel.NotFiniteException;
import org.eimodel.SpikeHash;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.runtime.PhaseTimes;
import org.eimodel.runtime.connect.Connectivity;
import org.eimodel.runtime.drive.SliceInputs;
import org.eimodel.runtime.drive.Widening;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.kernel.LaneTier;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.state.GroupState;
import org.eimodel.runtime.state.Reals;
import org.eimodel.runtime.threads.Batch;
import org.eimodel.runtime.threads.Workers;
import org.jspecify.annotations.Nullable;

/// Advances all slices of a network, step by step.
public final class StepLoop {
  private NetworkPlan plan;
  private final KernelSource kernels;
  private final List<GroupState> states;
  private final SliceStep[] slices;
  private final Firing firing;
  private final double[][] @Nullable [] outside;
  private final @Nullable Workers workers;
  private final @Nullable Batch batch;
  private final LaneTier lanes;
  private final Laps laps;
  private long now;

  /// How many steps the round under way has.
  private int steps;

  private @Nullable NotFiniteException failure;
  private double look;

  /// @param workers threads to share the slices with; null to do everything on the caller's
  /// @param lanes where the kernels in vector lanes come from
  public StepLoop(
      NetworkPlan plan,
      Layout layout,
      KernelSource kernels,
      List<GroupState> states,
      Connectivity connectivity,
      @Nullable Workers workers,
      LaneTier lanes) {
    this.lanes = lanes;
    this.plan = plan;
    this.kernels = kernels;
    this.states = states;
    this.outside =
        states.stream()
            .map(state -> new double[state.arrays().length][])
            .toArray(double[][][]::new);
    this.laps = Laps.of(plan, layout);
    this.slices = slices(layout, connectivity);
    this.firing = new Firing(layout, slices);
    this.workers = workers;
    this.batch =
        workers == null
            ? null
            : new Batch(slices.length, workers.count(), (item, lap, _) -> lap(slices[item], lap));
  }

  private SliceStep[] slices(Layout layout, Connectivity connectivity) {
    List<SpikeRing> rings = new ArrayList<>();
    Lags lags = new Lags(plan);
    for (Slice slice : layout.slices()) {
      rings.add(new SpikeRing(lags.of(slice), laps, slice.parts().size(), slice.size()));
    }
    List<Object[]> arrays = states.stream().map(GroupState::arrays).toList();
    Afferents afferents =
        new Afferents(
            plan, layout, connectivity, kernels, rings, arrays, lags.patience(), laps.apart());
    SliceStep[] steps = new SliceStep[layout.slices().size()];
    for (Slice slice : layout.slices()) {
      Object[] own = arrays.get(slice.group());
      steps[slice.index()] =
          new SliceStep(
              slice,
              afferents.arrivals(slice),
              afferents.arbors(slice),
              afferents.space(slice),
              rings.get(slice.index()),
              slice.parts().stream().mapToLong(this::hash).toArray(),
              kernels.step(plan.groups().get(slice.group()).step()),
              decaying(slice.group()),
              FlushToZero.scalar(kernels.precision()),
              refractory(slice, own),
              own,
              new SliceInputs(plan, slice, kernels.precision(), own, outside[slice.group()]));
    }
    return steps;
  }

  private @Nullable RefractoryNeurons refractory(Slice slice, Object[] arrays) {
    return plan.groups()
        .get(slice.group())
        .refractory()
        .map(how -> RefractoryNeurons.of(plan, slice, how, arrays))
        .orElse(null);
  }

  private int[] decaying(int group) {
    return plan.groups().get(group).step().decaying().stream().mapToInt(Slot::position).toArray();
  }

  private long hash(Part part) {
    PopulationPlan population = plan.populations().get(part.population());
    return SpikeHash.population(population.family(), population.labels());
  }

  /// Lets a slice go the steps of a lap of the round under way.
  private void lap(SliceStep slice, int lap) {
    int before = lap * laps.steps();
    slice.run(now + before, Math.min(laps.steps(), steps - before));
  }

  /// Goes one step on, or a few where the slices need not wait for each other: a round.
  ///
  /// When a state becomes NaN or infinite, the round ends before that step, with a [#failure]. After that, as after any
  /// exception, the states are of no step, and no further step may be asked for.
  ///
  /// @param most how many steps it may be
  /// @return how many it were
  public int round(long most) {
    steps = (int) Math.min(laps.round(), most);
    int count = Math.ceilDiv(steps, laps.steps());
    if (lanes.anythingNew(now)) {
      intoLanes();
    }
    if (batch == null || workers == null) {
      for (int lap = 0; lap < count; lap++) {
        for (SliceStep slice : slices) {
          lap(slice, lap);
        }
      }
    } else {
      batch.round(workers, count);
    }
    int done = steps;
    for (SliceStep slice : slices) {
      if (slice.failed() >= 0 && slice.failedStep() - now < done) {
        done = (int) (slice.failedStep() - now);
        int group = slice.slice().group();
        failure =
            new Diagnosis(plan, kernels.precision())
                .of(slice, plan.groups().get(group), states.get(group).arrays(), now + done);
      }
    }
    if (failure != null) {
      for (SliceStep slice : slices) {
        slice.forget(now + done, now + steps);
      }
    }
    now += done;
    if (failure == null) {
      for (SliceStep slice : slices) {
        slice.makeRoom(now);
      }
    }
    return done;
  }

  /// {@return what ended the run; null while nothing did}
  public @Nullable NotFiniteException failure() {
    return failure;
  }

  /// Begins to look at the clock between the phases of every slice.
  ///
  /// {@return what ends that, and gives the times of the steps since; it is told the nanoseconds of recording, which took
  /// two looks in every step}
  public LongFunction<PhaseTimes> watch() {
    PhaseClock[] clocks = new PhaseClock[slices.length];
    for (int i = 0; i < slices.length; i++) {
      clocks[i] = new PhaseClock();
      slices[i].watch(clocks[i]);
    }
    if (look == 0) {
      look = PhaseClock.look();
    }
    int threads = workers == null ? 1 : workers.count();
    long from = now;
    long begin = System.nanoTime();
    return recording -> {
      long wall = System.nanoTime() - begin;
      double extra = (now - from) * look;
      PhaseTimes times =
          new PhaseTimes(now - from, wall - 2 * extra, 0, 0, 0, 0, recording - extra);
      for (int i = 0; i < slices.length; i++) {
        slices[i].watch(null);
        times = times.plus(clocks[i].times(look, threads));
      }
      return times;
    };
  }

  private void intoLanes() {
    for (LaneTier.Ready ready = lanes.next(now); ready != null; ready = lanes.next(now)) {
      intoLanes(ready);
    }
    give(lanes.loops().random(), SliceStep::use);
    give(lanes.loops().counts(), SliceStep::use);
    give(lanes.loops().flush(), SliceStep::use);
    for (LaneTier.Events events = lanes.events(); events != null; events = lanes.events()) {
      intoLanes(events);
    }
  }

  private <T> void give(@Nullable T form, BiConsumer<SliceStep, T> use) {
    if (form != null) {
      for (SliceStep slice : slices) {
        use.accept(slice, form);
      }
    }
  }

  private void intoLanes(LaneTier.Events events) {
    GroupState state = states.get(events.group());
    int position = events.kernel().events().position();
    Object[] arrays = Arrays.copyOf(state.arrays(), position + 1);
    arrays[position] = Reals.array(kernels.precision(), state.size());
    for (SliceStep slice : slices) {
      if (slice.slice().group() == events.group()) {
        slice.use(events, arrays);
      }
    }
  }

  private void intoLanes(LaneTier.Ready ready) {
    for (SliceStep slice : slices) {
      if (slice.slice().group() == ready.group()) {
        slice.use(ready.form().instance());
      }
    }
  }

  /// Lets a caller add to an input, neuron by neuron. After a change, [#refresh] the inputs.
  ///
  /// @param group position in the plan
  /// @param input an input of the plan, as it was first or as it is
  /// @return what is added, for each neuron of the group
  public double[] outside(int group, Slot input) {
    Slot slot = input;
    if (!input.perElement()) {
      Widening widening = new Widening(plan, group, input);
      slot = widening.wide();
      plan = widening.widened();
      states.get(group).add();
      outside[group] = Arrays.copyOf(outside[group], slot.position() + 1);
    }
    double[] known = outside[group][slot.position()];
    if (known != null) {
      return known;
    }
    double[] added = new double[states.get(group).size()];
    outside[group][slot.position()] = added;
    StepKernel kernel = kernels.step(plan.groups().get(group).step());
    Object[] arrays = states.get(group).arrays();
    for (SliceStep slice : slices) {
      if (slice.slice().group() == group) {
        slice.replace(
            kernel,
            arrays,
            new SliceInputs(plan, slice.slice(), kernels.precision(), arrays, outside[group]));
      }
    }
    lanes.replace(plan, group, states.get(group));
    return added;
  }

  /// Makes the next step read the inputs of a group anew.
  public void refresh(int group) {
    for (SliceStep slice : slices) {
      if (slice.slice().group() == group) {
        slice.inputs().refresh();
      }
    }
  }

  /// {@return the plan, with inputs as they are now}
  public NetworkPlan plan() {
    return plan;
  }

  /// {@return how many steps are done}
  public long now() {
    return now;
  }

  /// {@return who fired}
  public Firing firing() {
    return firing;
  }

  /// {@return the hash of all spikes so far}
  public long spikeHash() {
    long sum = 0;
    for (SliceStep slice : slices) {
      sum += slice.hash();
    }
    return sum;
  }

  /// {@return for how many steps each neuron of a group is still refractory}
  public int[] refractorySteps(int group) {
    int[] steps = new int[states.get(group).size()];
    for (SliceStep slice : slices) {
      if (slice.slice().group() == group) {
        slice.writeRefractorySteps(now, steps);
      }
    }
    return steps;
  }

  /// {@return the memory of the spikes on their way}
  public long ringBytes() {
    long sum = 0;
    for (SliceStep slice : slices) {
      sum += slice.bytes();
    }
    return sum;
  }
}

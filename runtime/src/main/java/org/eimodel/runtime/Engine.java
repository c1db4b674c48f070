package org.eimodel.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.eimodel.NotFiniteException;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.runtime.connect.Blueprint;
import org.eimodel.runtime.connect.Connectivity;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.kernel.LaneTier;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.memory.Estimator;
import org.eimodel.runtime.memory.MemoryEstimate;
import org.eimodel.runtime.state.GroupState;
import org.eimodel.runtime.state.Reals;
import org.eimodel.runtime.state.StateHash;
import org.eimodel.runtime.step.StepLoop;
import org.eimodel.runtime.threads.Workers;
import org.jspecify.annotations.Nullable;

/// One network: built from a plan, stepped by one thread at a time, written down as the plan asks.
///
/// ```java
/// try (Engine engine = Engine.build(plan, new CompiledKernels(Precision.SINGLE), EngineOptions.threads(2))) {
///   engine.step(plan.steps());
///   engine.records().spikes().ifPresent(log -> log.read(table::add));
/// }
/// ```
public final class Engine implements AutoCloseable {
  private final NetworkPlan plan;
  private final Layout layout;
  private final MemoryEstimate estimate;
  private final List<GroupState> states;
  private final LaneTier lanes;
  private final Connectivity connectivity;
  private final StepLoop loop;
  private final Records records;
  private final @Nullable Workers workers;
  private final List<Listener> listeners = new ArrayList<>();
  private volatile boolean stop;
  private boolean broken;
  private boolean watched;
  private long recording;
  private boolean stepping;
  private boolean closed;

  private Engine(
      Blueprint blueprint, KernelSource kernels, EngineOptions options, MemoryEstimate estimate) {
    this.plan = blueprint.plan();
    this.estimate = estimate;
    this.layout = blueprint.layout();
    this.states =
        plan.groups().stream()
            .map(group -> GroupState.start(plan, group, kernels.precision()))
            .toList();
    this.lanes = LaneTier.begin(kernels, options, blueprint, states);
    try {
      try (Workers builders = new Workers(options.builders(estimate.synapses()))) {
        this.connectivity =
            Connectivity.build(
                blueprint, kernels.precision(), lanes.loops()::quantiles, builders);
      }
      this.records = new Records(plan, layout, states, kernels.precision());
      int threads = options.steppers(layout.slices().size());
      this.workers = threads > 1 ? new Workers(threads) : null;
      this.loop = new StepLoop(plan, layout, kernels, states, connectivity, workers, lanes);
      lanes.await();
    } catch (RuntimeException | Error failure) {
      close();
      throw failure;
    }
  }

  /// {@return a network at t = 0}
  ///
  /// *Errors*: [org.eimodel.InsufficientMemoryException] before anything is taken that would not fit.
  public static Engine build(NetworkPlan plan, KernelSource kernels, EngineOptions options) {
    Blueprint blueprint = Blueprint.of(plan, options.slices());
    MemoryEstimate estimate = Estimator.estimate(blueprint, kernels.precision());
    estimate.require(options.heap());
    try {
      return new Engine(blueprint, kernels, options, estimate);
    } catch (OutOfMemoryError tooMuch) {
      throw estimate.exhausted(options.heap());
    }
  }

  /// Goes `count` steps on, fewer when [#stop] is called.
  ///
  /// *Errors*: [NotFiniteException] when a state became NaN or infinite; then, as after any error inside a step, the
  /// engine steps no more. What a callback throws passes on and leaves a completed step.
  ///
  /// @return how many steps were made
  public long step(long count) {
    if (closed || broken || stepping) {
      throw new IllegalStateException(
          closed
              ? "the network is closed"
              : broken ? "the run ended with an error" : "a listener may not step the network");
    }
    stepping = true;
    try {
      for (long done = 0; done < count; ) {
        if (stop || closed) {
          stop = false;
          return done;
        }
        done += round(count - done);
      }
    } finally {
      stepping = false;
    }
    return count;
  }

  /// As [#step], with looks at the clock between the phases of a step.
  ///
  /// @return where the time of the steps went that were made
  public PhaseTimes profile(long count) {
    recording = 0;
    watched = true;
    LongFunction<PhaseTimes> watch = loop.watch();
    try {
      step(count);
    } finally {
      watched = false;
    }
    return watch.apply(recording);
  }

  /// Goes some steps on, at least one: none of them but the last is one at whose end somebody looks at the network.
  private int round(long most) {
    broken = true;
    long begin = loop.now();
    int done = loop.round(listeners.isEmpty() ? Math.min(most, records.quiet(begin)) : 1);
    for (int k = 1; k <= done; k++) {
      write(begin + k);
    }
    NotFiniteException failure = loop.failure();
    if (failure != null) {
      throw failure;
    }
    broken = false;
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).hear(loop.now());
    }
    return done;
  }

  private void write(long step) {
    long begin = watched ? System.nanoTime() : 0;
    records.write(loop.firing(), step);
    if (watched) {
      recording += System.nanoTime() - begin;
    }
  }

  /// Ends the steps under way after at most a round of them, or the next that are asked for. Any thread may call it.
  public void stop() {
    stop = true;
  }

  /// Calls back after each step in which any neuron of these populations fired.
  public void onSpikes(List<Integer> populations, SpikeCallback callback) {
    listeners.add(new Listener(populations, callback));
  }

  private final class Listener {
    private final int[] populations;
    private final int[] first;
    private final SpikeCallback callback;
    private int[] buffer = new int[64];

    Listener(List<Integer> populations, SpikeCallback callback) {
      this.populations = populations.stream().mapToInt(p -> p).toArray();
      this.first = new int[this.populations.length];
      for (int k = 1; k < first.length; k++) {
        int before = this.populations[k - 1];
        first[k] = Math.addExact(first[k - 1], plan.populations().get(before).size());
      }
      this.callback = callback;
    }

    void hear(long now) {
      int most = loop.firing().count(now - 1);
      if (most == 0) {
        return;
      }
      if (buffer.length < most) {
        buffer = new int[2 * most];
      }
      int end = 0;
      for (int k = 0; k < populations.length; k++) {
        end = loop.firing().write(populations[k], now - 1, first[k], buffer, end);
      }
      if (end != 0) {
        callback.spikes(now, buffer, end);
      }
    }
  }

  /// Lets a caller drive an input of some populations.
  ///
  /// @param inputs the input's slot, for each of them
  public OutsideInput input(List<Integer> populations, List<Slot> inputs) {
    NeuronRange[] ranges = new NeuronRange[populations.size()];
    int offset = 0;
    for (int k = 0; k < ranges.length; k++) {
      PopulationPlan population = plan.populations().get(populations.get(k));
      int group = population.group();
      double[] added = loop.outside(group, present(group, inputs.get(k)));
      ranges[k] = new NeuronRange(added, first(populations.get(k)), population.size(), offset);
      offset += population.size();
    }
    int[] groups =
        populations.stream().mapToInt(p -> plan.populations().get(p).group()).distinct().toArray();
    return new OutsideInput(
        ranges,
        () -> {
          for (int group : groups) {
            loop.refresh(group);
          }
        });
  }

  /// {@return an input of the plan as it is now, after earlier callers may have widened it}
  private Slot present(int group, Slot input) {
    String name =
        plan.groups().get(group).inputs().entrySet().stream()
            .filter(entry -> entry.getValue().equals(input))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(loop.plan().groups().get(group).inputs().get(name));
  }

  /// {@return where a state of some populations is}
  ///
  /// @param states the state's slot, for each of them
  public NeuronRange[] ranges(List<Integer> populations, List<Slot> states) {
    NeuronRange[] ranges = new NeuronRange[populations.size()];
    int offset = 0;
    for (int k = 0; k < ranges.length; k++) {
      int p = populations.get(k);
      int size = plan.populations().get(p).size();
      Object array = arrays(p)[states.get(k).position()];
      ranges[k] = new NeuronRange(array, first(p), size, offset);
      offset += size;
    }
    return ranges;
  }

  /// {@return what the network was built from}
  public NetworkPlan plan() {
    return plan;
  }

  /// {@return how many steps are done}
  public long now() {
    return loop.now();
  }

  /// {@return how many threads step, the caller's included}
  public int threads() {
    return workers == null ? 1 : workers.count();
  }

  /// {@return the form in which the kernels run now}
  public KernelForm form() {
    return lanes.form();
  }

  /// {@return what was expected to be needed}
  public MemoryEstimate estimate() {
    return estimate;
  }

  /// {@return the synapses}
  public Connectivity connectivity() {
    return connectivity;
  }

  /// {@return what was written down}
  public Records records() {
    return records;
  }

  /// {@return for a rate log: how often each population fired}
  public long fired(int population) {
    return loop.firing().fired(population);
  }

  /// {@return how many spikes there were, recorded or not}
  public long spikeCount() {
    long sum = 0;
    for (int p = 0; p < plan.populations().size(); p++) {
      sum += fired(p);
    }
    return sum;
  }

  /// {@return the sum of [org.eimodel.SpikeHash] over all spikes, recorded or not}
  public long spikeHash() {
    return loop.spikeHash();
  }

  /// {@return a hash of every bit of every state}
  public long stateHash() {
    StateHash hash = new StateHash();
    int[][] waiting = new int[plan.groups().size()][];
    Arrays.setAll(waiting, this::refractorySteps);
    for (int p = 0; p < plan.populations().size(); p++) {
      PopulationPlan population = plan.populations().get(p);
      GroupPlan group = plan.groups().get(population.group());
      hash.add(population, group.states(), arrays(p), layout.first()[p]);
      if (group.refractory().isPresent()) {
        hash.addCounts(population, "refractory_steps", waiting[population.group()], first(p));
      }
    }
    return hash.value();
  }

  /// {@return for how many steps each neuron of a group is still refractory, in storage order}
  public int[] refractorySteps(int group) {
    return loop.refractorySteps(group);
  }

  /// {@return the arrays of a population's group, by slot position; they live as long as the engine}
  public Object[] arrays(int population) {
    return states.get(plan.populations().get(population).group()).arrays();
  }

  /// {@return a population's first neuron in those arrays}
  public int first(int population) {
    return layout.first()[population];
  }

  /// {@return the bytes of states, synapses and spikes on their way, as they are}
  public long bytes() {
    long sum = connectivity.bytes() + loop.ringBytes();
    for (GroupState state : states) {
      for (Object array : state.arrays()) {
        sum += (long) state.size() * Reals.bytes(array);
      }
    }
    return sum;
  }

  /// Sends the threads home. What was written down can still be read.
  @Override
  public void close() {
    closed = true;
    lanes.close();
    if (workers != null) {
      workers.close();
    }
  }

  /// {@return whether threads of this network are still alive}
  boolean running() {
    return workers != null && workers.running();
  }
}

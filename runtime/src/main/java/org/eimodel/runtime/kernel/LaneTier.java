package org.eimodel.runtime.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eimodel.LanesMissingException;
import org.eimodel.Tier;
import org.eimodel.compiler.bytecode.VectorEmitter;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.kernel.LaneBackEnd;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.KernelForm;
import org.eimodel.runtime.connect.Blueprint;
import org.eimodel.runtime.poisson.EventKernel;
import org.eimodel.runtime.state.GroupState;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// Brings the groups of a network from the scalar form into vector lanes while it runs.
///
/// Kernels are made and warmed by a thread of their own, those of the most neurons first. It begins at once where the model's
/// own run is long enough to be worth it, and else when so much was done: compiling takes about a second of a processor.
public final class LaneTier implements AutoCloseable {
  /// Operations of a run below which compiling costs more than it gains: about 1.5 s of the scalar form. The JVM of a machine
  /// with two processors has one thread for its best compiler, which the scalar form waits for meanwhile.
  private static final double WORTH_WHILE = 4e9;

  private final KernelSource kernels;
  private final Tier tier;
  private final List<Group> groups = new ArrayList<>();
  private final List<Events> events = new ArrayList<>();
  private final double operationsOfStep;
  private boolean begun;

  /// Kernels that were asked for are being made.
  private boolean awaited;

  /// Something is there that may not have been given yet. Set after it is there, and taken back before anybody looks.
  private volatile boolean fresh = true;

  private int waiting;
  private final LaneLoops loops;
  private long since;
  private @Nullable Thread maker;

  /// A group that can go into lanes, and what to warm its kernel on.
  private static final class Group {
    private final int index;
    private final double operations;
    private final LaneForm form;
    private final WarmUp warmUp;
    private boolean taken;

    Group(int index, double operations, LaneForm form, WarmUp warmUp) {
      this.index = index;
      this.operations = operations;
      this.form = form;
      this.warmUp = warmUp;
    }

    double operations() {
      return operations;
    }
  }

  private LaneTier(
      KernelSource kernels, EngineOptions options, Blueprint blueprint, List<GroupState> states) {
    NetworkPlan plan = blueprint.plan();
    this.kernels = kernels;
    double[] operations =
        IntStream.range(0, states.size())
            .mapToDouble(g -> operations(plan, g, states.get(g)))
            .toArray();
    this.operationsOfStep = Arrays.stream(operations).sum();
    boolean never =
        options.tier() == Tier.AUTO && options.oneRun() && !worthWhile(plan.steps());
    // To look for lanes takes as long as to compile a small model.
    this.tier = never ? Tier.SCALAR : options.tier();
    LaneBackEnd found = tier == Tier.SCALAR ? null : LaneModule.find().orElse(null);
    this.loops =
        found == null ? LaneLoops.NONE : LaneLoops.of(blueprint, kernels.precision(), found);
    if (tier != Tier.SCALAR) {
      for (int g = 0; g < plan.groups().size(); g++) {
        add(plan, g, states.get(g), operations[g]);
      }
      plan.poisson().forEach(train -> addEvents(plan, train, states));
    }
    this.waiting = groups.size();
  }

  /// {@return what the neurons of a group take in a step, about}
  private static double operations(NetworkPlan plan, int group, GroupState state) {
    return (double) state.size() * VectorEmitter.estimate(plan.groups().get(group).step());
  }

  private boolean worthWhile(long steps) {
    return steps * operationsOfStep >= WORTH_WHILE;
  }

  /// {@return the tier of a network, whose kernels are being made by now where that is worth it}
  ///
  /// *Errors*: [LanesMissingException] when lanes are asked for and cannot be had.
  public static LaneTier begin(
      KernelSource kernels, EngineOptions options, Blueprint blueprint, List<GroupState> states) {
    Tier tier = options.tier();
    LaneTier result = new LaneTier(kernels, options, blueprint, states);
    if (tier == Tier.VECTOR && LaneModule.find().isEmpty()) {
      throw new LanesMissingException(
          "there are no vector lanes: they need the module org.eimodel.vector beside the program, and Java's own"
              + " jdk.incubator.vector (java --add-modules jdk.incubator.vector)");
    }
    if (tier == Tier.VECTOR || result.worthWhile(blueprint.plan().steps())) {
      result.make();
    }
    return result;
  }

  private void add(NetworkPlan plan, int g, GroupState state, double operations) {
    GroupPlan group = plan.groups().get(g);
    Optional<LaneForm> form = kernels.lanes(group.step());
    if (form.isPresent() && state.size() >= form.get().lanes()) {
      Object scalars =
          Reals.of(
              kernels.precision(), plan.populations().get(group.populations().getFirst()).scalars());
      WarmUp warmUp = WarmUp.of(scalars, state);
      groups.add(new Group(g, operations, form.get(), warmUp));
    }
  }

  private void addEvents(NetworkPlan plan, PoissonPlan train, List<GroupState> states) {
    int g = plan.populations().get(train.population()).group();
    GroupPlan group = plan.groups().get(g);
    Kernel arrival = group.arrivals().get(train.arrival());
    boolean known =
        events.stream().anyMatch(other -> other.group == g && other.arrival == train.arrival());
    if (known || arrival.body().isEmpty()) {
      return;
    }
    EventKernel kernel = EventKernel.of(arrival, group.arrayCount());
    kernels
        .lanes(kernel.kernel())
        .filter(form -> states.get(g).size() >= form.lanes())
        .ifPresent(form -> {
          double[] scalars = Arrays.copyOf(train.arrivalScalars(), kernel.done().position() + 1);
          WarmUp warmUp =
              WarmUp.ofEvents(Reals.of(kernels.precision(), scalars), states.get(g), kernel.events());
          events.add(new Events(g, train.arrival(), kernel, form, warmUp));
        });
  }

  private void make() {
    begun = true;
    List<Group> order =
        groups.stream()
            .filter(group -> !group.form.ready())
            .sorted(Comparator.comparing(Group::operations).reversed())
            .toList();
    List<Events> trains = List.copyOf(events);
    if (!order.isEmpty() || !trains.isEmpty() || !loops.none()) {
      Thread earlier = maker;
      maker =
          Thread.ofPlatform()
              .daemon()
              .name("eimodel lanes")
              .start(() -> make(order, trains, earlier));
    }
  }

  private void make(List<Group> order, List<Events> trains, @Nullable Thread earlier) {
    if (earlier != null) {
      earlier.interrupt();
    }
    List<Runnable> all = new ArrayList<>();
    loops.first().forEach(loop -> all.add(loop::make));
    trains.forEach(train -> all.add(() -> train.form.make(train.warmUp)));
    order.forEach(group -> all.add(() -> group.form.make(group.warmUp)));
    loops.others().forEach(loop -> all.add(loop::make));
    make(all);
  }

  /// Makes one after the other. Where an error of ours ends one, its scalar form stays; the error is thrown when all are made.
  private void make(List<Runnable> all) {
    RuntimeException first = null;
    for (Runnable one : all) {
      try {
        one.run();
        fresh = true;
      } catch (RuntimeException error) {
        first = first == null ? error : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /// Waits until all kernels are there, when lanes were asked for.
  ///
  /// *Errors*: [LanesMissingException] when one is not there then; also when the thread that waits is interrupted.
  public void await() {
    awaited = false;
    if (tier != Tier.VECTOR || maker == null) {
      return;
    }
    try {
      maker.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    if (Thread.currentThread().isInterrupted() && groups.stream().anyMatch(group -> !group.form.ready())) {
      throw new LanesMissingException("interrupted while the kernels were compiled in vector lanes");
    }
    groups.forEach(group -> group.form.orThrow());
  }

  /// {@return whether anything may have come since this was last asked: all that a step has to ask}
  ///
  /// *Errors*: those of [#await], when a kernel became another one.
  ///
  /// @param now how many steps are done
  public boolean anythingNew(long now) {
    if (awaited) {
      await();
    }
    if (!begun && tier != Tier.SCALAR && worthWhile(now)) {
      make();
    }
    if (!fresh) {
      return false;
    }
    fresh = false;
    return true;
  }

  /// {@return the form in lanes of a group that was not given yet; null while there is none}
  ///
  /// @param now how many steps are done
  public @Nullable Ready next(long now) {
    for (int k = 0; k < groups.size(); k++) {
      Group group = groups.get(k);
      if (!group.taken && group.form.ready()) {
        group.taken = true;
        waiting--;
        since = now;
        return new Ready(group.index, group.form);
      }
    }
    return null;
  }

  /// {@return the loops beside the kernels}
  public LaneLoops loops() {
    return loops;
  }

  /// {@return the form in lanes of events that was not given yet; null while there is none}
  public @Nullable Events events() {
    for (int k = 0; k < events.size(); k++) {
      if (events.get(k).form.ready()) {
        return events.remove(k);
      }
    }
    return null;
  }

  /// The arrivals of Poisson events at a group, and their kernel in lanes.
  ///
  /// @param arrival position in the group's arrivals
  public record Events(int group, int arrival, EventKernel kernel, LaneForm form, WarmUp warmUp) {}

  /// A group, and its kernel in lanes.
  public record Ready(int group, LaneForm form) {}

  /// Follows a group whose kernel became another one, in scalar form.
  ///
  /// @param plan with the new kernel
  public void replace(NetworkPlan plan, int group, GroupState state) {
    if (tier != Tier.SCALAR) {
      groups.removeIf(old -> old.index == group);
      add(plan, group, state, operations(plan, group, state));
      waiting = (int) groups.stream().filter(other -> !other.taken).count();
      fresh = true;
      if (begun) {
        make();
        awaited = tier == Tier.VECTOR;
      }
    }
  }

  /// {@return the form of the kernels: scalar as long as any that may go into lanes has not}
  public KernelForm form() {
    return waiting > 0 || groups.isEmpty()
        ? KernelForm.SCALAR
        : new KernelForm(groups.getFirst().form.lanes(), since);
  }

  /// Ends what is being made.
  @Override
  public void close() {
    if (maker != null) {
      maker.interrupt();
    }
  }
}

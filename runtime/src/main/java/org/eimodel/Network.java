package org.eimodel;

import java.util.List;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.Names;
import org.eimodel.runtime.NeuronRange;
import org.jspecify.annotations.Nullable;

/// A network that runs: step it, drive it, look into it.
///
/// It belongs to the thread that first uses it; [#stop] alone may come from any. n times `step(1)` is `step(n)`, bit for
/// bit, on any number of threads.
///
/// Populations are named as in the model: `E` is all of a family, `E[V1]` one of its populations. Neurons of a family are
/// numbered through its populations by declaration.
///
/// *Errors*: every method throws `IllegalStateException` after [#close], and from another thread.
public final class Network implements AutoCloseable {
  private final Engine engine;
  private final Names names;
  private volatile @Nullable Thread owner;
  private volatile boolean closed;

  Network(Engine engine) {
    this.engine = engine;
    this.names = new Names(engine.plan());
  }

  /// Goes `count` steps on.
  ///
  /// *Errors*: [NotFiniteException] when a state becomes NaN or infinite; the network then steps no more. A procedural
  /// projection whose formulas give a pair a wrong number throws [org.eimodel.syntax.ModelException]. What a listener
  /// throws passes on and leaves a completed step.
  ///
  /// @return how many steps were made: fewer than asked for when [#stop] was called
  public long step(long count) {
    requireOwner();
    if (count < 0) {
      throw new IllegalArgumentException(count + " steps");
    }
    return engine.step(count);
  }

  /// Goes on to the end of the model's own `run`.
  ///
  /// @return how many steps were made
  public long run() {
    return step(Math.max(0, engine.plan().steps() - steps()));
  }

  /// Ends what [#step] or [#run] is doing, after a few steps at most; when neither is at work, the next of them returns at
  /// once. Any thread may call it.
  public void stop() {
    engine.stop();
  }

  /// {@return a way to drive an input from outside}
  ///
  /// @param name as `Motor.current`
  /// @param unit as `pA`
  /// *Errors*: `IllegalArgumentException` when there is no such input or the unit does not fit.
  public InputView input(String name, String unit) {
    requireOwner();
    Names.Member member = names.member(name, GroupPlan::inputs, "input");
    Scale scale = Scale.of(unit, dimension(member), name);
    return new InputView(this, engine.input(member.populations(), member.slots()), scale);
  }

  /// {@return a live view of a state}
  ///
  /// @param name as `Motor.v`, or `Motor.EE.s` for the state of a projection's synapses
  /// @param unit as `mV`
  /// *Errors*: `IllegalArgumentException` when there is no such state or the unit does not fit.
  public StateView state(String name, String unit) {
    requireOwner();
    Names.Member member = names.member(name, GroupPlan::stateNames, "state");
    Scale scale = Scale.of(unit, dimension(member), name);
    NeuronRange[] ranges = engine.ranges(member.populations(), member.slots());
    return new StateView(this, ranges, scale);
  }

  private static Dimension dimension(Names.Member member) {
    return member.slots().stream().map(Slot::dimension).findFirst().orElseThrow();
  }

  /// Calls back after each step in which a neuron of the population fired.
  ///
  /// @param population as `Motor`
  public void onSpikes(String population, SpikeListener listener) {
    requireOwner();
    List<Integer> populations = names.populations(population);
    NeuronList list = new NeuronList();
    engine.onSpikes(
        populations, (step, neurons, count) -> listener.spikes(step, list.of(neurons, count)));
  }

  /// {@return the biological time, in ms}
  public double time() {
    requireOwner();
    return engine.now() * engine.plan().dt();
  }

  /// {@return how many steps are done}
  public long steps() {
    requireOwner();
    return engine.now();
  }

  /// {@return the time step, in ms}
  public double timeStep() {
    return engine.plan().dt();
  }

  /// {@return how many neurons a population has}
  public int size(String population) {
    return names.populations(population).stream()
        .mapToInt(p -> engine.plan().populations().get(p).size())
        .sum();
  }

  /// {@return how many synapses there are}
  public long synapseCount() {
    requireOwner();
    return engine.connectivity().synapses();
  }

  /// {@return how many threads work in a step, the caller's included}
  public int threads() {
    return engine.threads();
  }

  /// {@return how many neurons a step takes at once: 1, or as many as a vector has lanes once the network went over to them}
  public int lanes() {
    requireOwner();
    return engine.form().lanes();
  }

  /// {@return how many spikes there were since t = 0}
  public long spikeCount() {
    requireOwner();
    return engine.spikeCount();
  }

  /// {@return how many spikes a population had since t = 0}
  public long spikeCount(String population) {
    requireOwner();
    return names.populations(population).stream().mapToLong(engine::fired).sum();
  }

  /// {@return the [SpikeHash] of all spikes since t = 0, 16 hexadecimal digits}
  public String spikeHash() {
    requireOwner();
    return String.format("%016x", engine.spikeHash());
  }

  /// {@return a fingerprint of every bit of every state, 16 hexadecimal digits}
  public String stateHash() {
    requireOwner();
    return String.format("%016x", engine.stateHash());
  }

  /// Ends the network and its threads. Again, it does nothing.
  @Override
  public void close() {
    if (!closed) {
      requireOwner();
      closed = true;
      engine.close();
    }
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the network is closed");
    }
  }

  void requireOwner() {
    requireOpen();
    Thread caller = Thread.currentThread();
    Thread known = owner;
    if (known == null) {
      owner = caller;
    } else if (known != caller) {
      throw new IllegalStateException(
          "the network belongs to " + known.getName() + ", not " + caller.getName());
    }
  }
}

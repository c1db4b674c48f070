package org.eimodel.runtime.random;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eimodel.NotFiniteException;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.KernelSource;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.runtime.state.Reals;

/// The engine beside a reference network, step by step or several steps at once.
final class EngineRun implements AutoCloseable {
  private final Engine engine;
  private final String how;
  private final int stride;

  /// Steps that the reference has done and the engine has not.
  private int behind;

  private int[] fired = {};

  private Optional<NotFiniteException> stop = Optional.empty();

  /// @param stride steps at once: more than one, and slices need not wait for each other after each
  /// @param how what a message says about it
  EngineRun(
      NetworkPlan plan, KernelSource kernels, int threads, int slice, int stride, String how) {
    this.stride = stride;
    this.how =
        "%s, %d threads, slices of %d, %d steps at once, %s"
            .formatted(kernels.precision(), threads, slice, stride, how);
    EngineOptions options =
        new EngineOptions(threads, SliceRule.of(slice), Runtime.getRuntime().maxMemory(), org.eimodel.Tier.SCALAR, false);
    engine = Engine.build(plan, kernels, options);
    if (stride == 1) {
      engine.onSpikes(
          IntStream.range(0, plan.populations().size()).boxed().toList(),
          (_, neurons, count) -> fired = Arrays.copyOf(neurons, count));
    }
  }

  /// Does a step, or waits until there are enough of them.
  ///
  /// {@return where the engine and the reference, which has done its step, differ}
  Optional<String> step(ReferenceNetwork reference) {
    behind++;
    boolean last =
        reference.stop().isPresent() || reference.done() == engine.plan().steps();
    if (behind < stride && !last) {
      return Optional.empty();
    }
    fired = new int[0];
    try {
      engine.step(behind);
      behind = 0;
    } catch (NotFiniteException notFinite) {
      stop = Optional.of(notFinite);
    }
    return difference(reference)
        .map(what -> "step %d, %s: %s".formatted(reference.done() - 1, how, what));
  }

  private Optional<String> difference(ReferenceNetwork reference) {
    Optional<String> here = stop.map(at -> at.population() + "[" + at.neuron() + "]");
    Optional<String> there =
        reference
            .stop()
            .map(at ->
                engine.plan().populations().get(at.population()).name() + "[" + at.neuron() + "]");
    if (!here.equals(there)) {
      return Optional.of("stops at " + here + ", the reference at " + there);
    }
    return stop.isPresent() ? Optional.empty() : spikes(reference).or(() -> states(reference));
  }

  private Optional<String> spikes(ReferenceNetwork reference) {
    if (engine.spikeCount() != reference.spikeCount || engine.spikeHash() != reference.spikeHash) {
      return Optional.of(
          "%d spikes, hash %x, the reference %d, hash %x"
              .formatted(
                  engine.spikeCount(),
                  engine.spikeHash(),
                  reference.spikeCount,
                  reference.spikeHash));
    }
    if (stride > 1) {
      return Optional.empty();
    }
    int[] expected = reference.lastSpikes();
    return Arrays.equals(expected, fired)
        ? Optional.empty()
        : Optional.of(
            "spikes " + Arrays.toString(fired) + ", the reference " + Arrays.toString(expected));
  }

  private Optional<String> states(ReferenceNetwork reference) {
    NetworkPlan plan = engine.plan();
    for (int p = 0; p < plan.populations().size(); p++) {
      PopulationPlan population = plan.populations().get(p);
      GroupPlan group = plan.groups().get(population.group());
      for (Slot state : group.states()) {
        Object array = engine.arrays(p)[state.position()];
        for (int i = 0; i < population.size(); i++) {
          double here = Reals.get(array, engine.first(p) + i);
          double there = reference.state(p, state, i);
          if (Double.doubleToRawLongBits(here) != Double.doubleToRawLongBits(there)) {
            return Optional.of(
                "%s of %s[%d] is %s, the reference says %s"
                    .formatted(state, population.name(), i, here, there));
          }
        }
      }
      int[] waiting = engine.refractorySteps(population.group());
      for (int i = 0; i < population.size(); i++) {
        int here = waiting[engine.first(p) + i];
        if (here != reference.refractorySteps(p, i)) {
          return Optional.of(
              "%s[%d] is refractory for %d steps, the reference says %d"
                  .formatted(
                      population.name(), i, here, reference.refractorySteps(p, i)));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    engine.close();
  }
}

package org.eimodel.runtime.kernel;

import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.kernel.LaneStep;
import org.eimodel.compiler.kernel.StepKernel;
import org.eimodel.runtime.poisson.EventKernel;
import org.eimodel.runtime.state.GroupState;
import org.eimodel.runtime.state.Reals;

/// Steps a few neurons until the JVM has compiled the kernel.
///
/// The neurons are copies of the network's own at t = 0, and begin there again after each step.
public final class WarmUp {
  /// Enough to be a loop, few enough to get through it slowly.
  private static final int NEURONS = 64;

  private static final int CALLS_AT_ONCE = 25;

  /// Compiled, an operation takes a tenth of this; else ten times as long.
  private static final double FAST_NANOS = 4;

  /// What a call takes at most besides, compiled or not: a kernel of few operations is mostly that.
  private static final double CALL_NANOS = 200;

  private final Object scalars;
  private final Object[] start;
  private final Object[] arrays;
  private final int neurons;
  private final int[] spikes = new int[NEURONS];

  private WarmUp(Object scalars, Object[] start, int neurons) {
    this.scalars = scalars;
    this.start = start;
    this.neurons = neurons;
    this.arrays = new Object[start.length];
    for (int k = 0; k < start.length; k++) {
      arrays[k] = Reals.copy(start[k], neurons);
    }
  }

  /// {@return a warm-up on copies of some neurons}
  ///
  /// @param scalars the scalar block of one population
  static WarmUp of(Object scalars, GroupState state) {
    int neurons = Math.min(NEURONS, state.size());
    Object[] start = new Object[state.arrays().length];
    for (int k = 0; k < start.length; k++) {
      start[k] = Reals.copy(state.arrays()[k], neurons);
    }
    return new WarmUp(scalars, start, neurons);
  }

  /// {@return a warm-up of Poisson events on copies of some neurons}
  ///
  /// @param scalars of the kernel
  /// @param events the slot of each neuron's number of events, after the arrays of the group
  static WarmUp ofEvents(Object scalars, GroupState state, Slot events) {
    int neurons = Math.min(NEURONS, state.size());
    Object[] start = new Object[events.position() + 1];
    for (int k = 0; k < start.length - 1; k++) {
      start[k] = Reals.copy(state.arrays()[k], neurons);
    }
    Object numbers = Reals.copy(scalars, neurons);
    for (int i = 0; i < neurons; i++) {
      Reals.set(numbers, i, i % (EventKernel.EVENTS + 2));
    }
    start[events.position()] = numbers;
    return new WarmUp(scalars, start, neurons);
  }

  Compilation.Outcome run(LaneStep step, StepKernel scalar, int lanes) {
    for (StepKernel form : step.forms(scalar)) {
      Compilation.Outcome outcome = run(step, form, neurons / lanes * lanes, lanes);
      if (outcome != Compilation.Outcome.COMPILED) {
        return outcome;
      }
    }
    return Compilation.Outcome.COMPILED;
  }

  private Compilation.Outcome run(LaneStep step, StepKernel kernel, int whole, int lanes) {
    double operations = (double) CALLS_AT_ONCE * (whole / lanes) * step.operations();
    return Compilation.await(
        () -> {
          step.exercise();
          return time(kernel, whole);
        },
        CALLS_AT_ONCE,
        FAST_NANOS * operations + CALL_NANOS * CALLS_AT_ONCE);
  }

  private long time(StepKernel kernel, int whole) {
    long begin = System.nanoTime();
    for (int call = 0; call < CALLS_AT_ONCE; call++) {
      for (int k = 0; k < arrays.length; k++) {
        System.arraycopy(start[k], 0, arrays[k], 0, neurons);
      }
      kernel.step(0, whole, scalars, arrays, spikes, 0);
    }
    return System.nanoTime() - begin;
  }
}

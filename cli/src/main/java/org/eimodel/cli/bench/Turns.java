package org.eimodel.cli.bench;

import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.ProjectionPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.connect.SynapseCount;
import org.eimodel.runtime.PhaseTimes;

/// Steps of a network by turns: some as always, some with looks at the clock. So both see the same activity, and the same
/// moods of the machine.
final class Turns {
  /// Until the JVM has compiled everything, and kernels in lanes have come.
  private static final long WARM_UP_NANOS = 2_500_000_000L;

  private static final long TURN_NANOS = 20_000_000;
  private static final long SECOND = 1_000_000_000L;
  private static final int TURNS = 40;

  private final Engine engine;
  private long plainSteps;
  private long plainNanos;
  private PhaseTimes phases = PhaseTimes.NONE;
  private double events;

  Turns(Engine engine) {
    this.engine = engine;
  }

  /// Steps of both kinds that do not count.
  ///
  /// {@return how many steps of both fill a second from now on, about}
  long warmUp() {
    long begin = System.nanoTime();
    long steps = 1;
    long nanos = 0;
    for (long now = begin; now - begin < WARM_UP_NANOS; now += nanos) {
      if (nanos < TURN_NANOS) {
        steps *= 2;
      }
      engine.step(steps / 2);
      engine.profile(steps / 2);
      nanos = System.nanoTime() - now;
    }
    return SECOND / Math.max(1, nanos / steps);
  }

  /// Makes so many steps, half of them with looks at the clock.
  void measure(long steps) {
    long turns = Math.min(TURNS, steps / 2);
    for (long turn = 0; turn < turns; turn++) {
      long count = steps * (turn + 1) / turns - steps * turn / turns;
      plain(count / 2);
      watched(count - count / 2);
    }
  }

  private void plain(long steps) {
    long begin = System.nanoTime();
    engine.step(steps);
    plainNanos += System.nanoTime() - begin;
    plainSteps += steps;
  }

  private void watched(long steps) {
    NetworkPlan plan = engine.plan();
    long[] before = new long[plan.populations().size()];
    for (int p = 0; p < before.length; p++) {
      before[p] = engine.fired(p);
    }
    phases = phases.plus(engine.profile(steps));
    for (int k = 0; k < plan.projections().size(); k++) {
      ProjectionPlan projection = plan.projections().get(k);
      int source = projection.source();
      double row =
          SynapseCount.expected(plan, projection) / plan.populations().get(source).size();
      events += row * (engine.fired(source) - before[source]);
    }
    for (PoissonPlan train : plan.poisson()) {
      long from = Math.max(train.begin(), engine.now() - steps);
      events += Math.max(0, Math.min(train.end(), engine.now()) - from) * expected(train);
    }
  }

  /// {@return the events of a step, on average}
  private static double expected(PoissonPlan train) {
    double sum = 0;
    for (int neuron = train.from(); neuron < train.until(); neuron++) {
      sum += train.mean().at(neuron);
    }
    return sum;
  }

  /// {@return nanoseconds of a step as always}
  double plain() {
    return (double) plainNanos / plainSteps;
  }

  /// {@return where the time of the other steps went}
  PhaseTimes phases() {
    return phases;
  }

  /// {@return how many synaptic events those delivered}
  double events() {
    return events;
  }
}

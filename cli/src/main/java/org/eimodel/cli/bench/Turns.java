package org.eimodel.cli.bench;

import java.util.List;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.connect.SynapseCount;
import org.eimodel.runtime.PhaseTimes;

/// Steps of networks by turns: some as always, some with looks at the clock. So both see the same activity, and the same
/// moods of the machine.
final class Turns {
  /// Until the JVM has compiled everything, and kernels in lanes have come: of one network, and of another.
  static final List<Long> WARM_UP_NANOS = List.of(2_500_000_000L, 1_000_000_000L);

  private static final int MOST_AT_ONCE = 1 << 16;
  private static final int MOST_TURNS = 400;

  /// Of a turn. Shorter ones would follow the network's activity better, but to begin looking at the clock takes some time
  /// itself.
  private static final double LEAST_NANOS = 1e7;

  private boolean watchedFirst;
  private long steps;
  private long plainSteps;
  private long plainNanos;
  private PhaseTimes phases = PhaseTimes.NONE;
  private double events;

  /// Targets of a source, on average, for each projection.
  private final double[] rows;

  /// @param plan of the networks
  Turns(NetworkPlan plan) {
    rows =
        plan.projections().stream()
            .mapToDouble(
                projection ->
                    SynapseCount.expected(plan, projection)
                        / plan.populations().get(projection.source()).size())
            .toArray();
  }

  /// Makes steps of both kinds that do not count.
  ///
  /// @param enough nanoseconds
  /// @return nanoseconds of a step, about, at the end
  static double warmUp(Engine engine, long enough) {
    long begin = System.nanoTime();
    double nanos = 0;
    for (int count = 1; System.nanoTime() - begin < enough; ) {
      long start = System.nanoTime();
      engine.step(count);
      nanos = (double) (System.nanoTime() - start) / count;
      engine.profile(count);
      count = Math.min(MOST_AT_ONCE, 2 * count);
    }
    return nanos;
  }

  /// Makes so many steps, half of them with looks at the clock: in the first run the later ones of each turn, in the second
  /// the earlier ones, and so on.
  ///
  /// @param nanos what a step takes, about
  void measure(Engine engine, long count, double nanos) {
    long turns = Math.clamp((long) (count * nanos / LEAST_NANOS), 1, Math.min(MOST_TURNS, count / 2));
    for (long turn = 0; turn < turns; turn++) {
      long both = count * (turn + 1) / turns - count * turn / turns;
      if (watchedFirst) {
        watched(engine, both / 2);
      }
      plain(engine, both - both / 2);
      if (!watchedFirst) {
        watched(engine, both / 2);
      }
    }
    watchedFirst = !watchedFirst;
    steps += count;
  }

  private void plain(Engine engine, long count) {
    long begin = System.nanoTime();
    engine.step(count);
    plainNanos += System.nanoTime() - begin;
    plainSteps += count;
  }

  private void watched(Engine engine, long count) {
    NetworkPlan plan = engine.plan();
    long[] before = new long[plan.populations().size()];
    for (int p = 0; p < before.length; p++) {
      before[p] = engine.fired(p);
    }
    phases = phases.plus(engine.profile(count));
    for (int k = 0; k < rows.length; k++) {
      int source = plan.projections().get(k).source();
      events += rows[k] * (engine.fired(source) - before[source]);
    }
    for (PoissonPlan train : plan.poisson()) {
      long from = Math.max(train.begin(), engine.now() - count);
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

  /// {@return how many steps of both kinds there were}
  long steps() {
    return steps;
  }

  /// {@return nanoseconds of all steps}
  double nanos() {
    return plainNanos + phases.wall();
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

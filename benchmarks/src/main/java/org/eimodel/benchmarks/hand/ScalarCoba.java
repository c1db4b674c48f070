package org.eimodel.benchmarks.hand;

import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;

/// The library's `coba` in double precision, neuron by neuron: exponential Euler of the membrane, exact decay of the
/// conductances.
public final class ScalarCoba implements HandWrittenNetwork {
  private static final double DT = 0.1;
  private static final double LEAK = DT / 20;
  private static final double DECAY_E = DoubleFunctions.expm1(-DT / 5);
  private static final double DECAY_I = DoubleFunctions.expm1(-DT / 10);

  private final int neurons;
  private final double[] v;
  private final double[] ge;
  private final double[] gi;
  private final double[] waits;
  private final TwoPopulations wiring;
  private final int[] spikes;
  private int fired;
  private long count;

  /// @param engine a network `coba` at its start
  public ScalarCoba(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    v = start.doubles("v", 1);
    ge = start.doubles("EE.g", 1);
    gi = start.doubles("IE.g", 1);
    waits = new double[neurons];
    wiring = TwoPopulations.of(start.plan());
    spikes = new int[neurons];
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 0.6, ge, 6.7, gi);
    fired = 0;
    for (int i = 0; i < neurons; i++) {
      double e = ge[i];
      double inhibition = gi[i];
      if (waits[i] > 0) {
        waits[i]--;
      } else {
        double old = v[i];
        double current = Math.fma(inhibition, -80 - old, Math.fma(e, -old, 20));
        double rise = (-60 - old + current) * LEAK;
        double exponent = -(e + inhibition + 1) * LEAK;
        double next = flush(Math.fma(DoubleFunctions.exprel(exponent), rise, old));
        if (next >= -50) {
          next = -60;
          waits[i] = 50;
          spikes[fired++] = i;
        }
        v[i] = next;
      }
      ge[i] = flush(Math.fma(DECAY_E, e, e));
      gi[i] = flush(Math.fma(DECAY_I, inhibition, inhibition));
    }
    count += fired;
  }

  private static double flush(double x) {
    return Math.abs(x) < 1e-200 ? 0 : x;
  }

  @Override
  public int neurons() {
    return neurons;
  }

  @Override
  public long spikeCount() {
    return count;
  }
}

package org.eimodel.benchmarks.hand;

import static org.eimodel.numeric.DoubleFunctions.exp;
import static org.eimodel.numeric.DoubleFunctions.exprel;

import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;

/// The library's `cobahh` in double precision, neuron by neuron: exponential Euler of membrane and channels.
public final class ScalarCobahh implements HandWrittenNetwork {
  private static final double DT = 0.1;
  private static final double DECAY_E = DoubleFunctions.expm1(-DT / 5);
  private static final double DECAY_I = DoubleFunctions.expm1(-DT / 10);

  private final int neurons;
  private final double[] v;
  private final double[] m;
  private final double[] h;
  private final double[] n;
  private final double[] ge;
  private final double[] gi;
  private final TwoPopulations wiring;
  private final int[] spikes;
  private int fired;
  private long count;

  /// @param engine a network `cobahh` at its start
  public ScalarCobahh(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    v = start.doubles("v", 1);
    m = start.doubles("m", 1);
    h = start.doubles("h", 1);
    n = start.doubles("n", 1);
    ge = start.doubles("EE.g", 1);
    gi = start.doubles("IE.g", 1);
    wiring = TwoPopulations.of(start.plan());
    spikes = new int[neurons];
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 6, ge, 67, gi);
    fired = 0;
    for (int i = 0; i < neurons; i++) {
      double old = v[i];
      double u = old + 63;
      double sodium = 20000 * (m[i] * m[i] * m[i]) * h[i];
      double potassium = 6000 * (n[i] * n[i] * (n[i] * n[i]));
      double current = Math.fma(gi[i], -80 - old, ge[i] * -old);
      double channels =
          Math.fma(potassium, -90 - old, Math.fma(10, -60 - old, sodium * (50 - old)));
      double rise = (channels + current) * (DT / 200);
      double exponent = (-(potassium + (10 + sodium)) - (ge[i] + gi[i])) * (DT / 200);
      double next = flush(Math.fma(exprel(exponent), rise, old));

      double alphaM = 1.28 / exprel((13 - u) * 0.25);
      double betaM = 1.4 / exprel((u - 40) * 0.2);
      double alphaH = 0.128 * exp((17 - u) * (1.0 / 18));
      double betaH = 4 / (1 + exp((40 - u) * 0.2));
      double alphaN = 0.16 / exprel((15 - u) * 0.2);
      double betaN = 0.5 * exp((10 - u) * 0.025);
      m[i] = gate(m[i], alphaM, betaM);
      h[i] = gate(h[i], alphaH, betaH);
      n[i] = gate(n[i], alphaN, betaN);
      ge[i] = flush(Math.fma(DECAY_E, ge[i], ge[i]));
      gi[i] = flush(Math.fma(DECAY_I, gi[i], gi[i]));
      v[i] = next;
      if (old <= -20 && next > -20) {
        spikes[fired++] = i;
      }
    }
    count += fired;
  }

  private static double gate(double open, double alpha, double beta) {
    double rise = Math.fma(alpha, 1 - open, -(beta * open)) * DT;
    return flush(Math.fma(exprel(DT * -(alpha + beta)), rise, open));
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

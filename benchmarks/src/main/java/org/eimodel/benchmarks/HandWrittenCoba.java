package org.eimodel.benchmarks;

import java.util.Random;
import org.eimodel.numeric.DoubleFunctions;

/// COBA with 4,000 neurons in double precision, as the library's `coba`: exponential Euler of the membrane, exact decay of
/// the conductances.
final class HandWrittenCoba implements HandWrittenNetwork {
  private static final int EXCITATORY = 3200;
  private static final int NEURONS = 4000;
  private static final int DEGREE = 80;
  private static final double DT = 0.1;

  private final double[] v = new double[NEURONS];
  private final double[] ge = new double[NEURONS];
  private final double[] gi = new double[NEURONS];
  private final int[] waiting = new int[NEURONS];
  private final FixedRows rows = FixedRows.draw("hand", NEURONS, NEURONS, DEGREE);
  private final int[] spikes = new int[NEURONS];
  private final double decayE = DoubleFunctions.expm1(-DT / 5);
  private final double decayI = DoubleFunctions.expm1(-DT / 10);
  private int fired;
  private long count;

  HandWrittenCoba() {
    Random random = new Random(1);
    for (int i = 0; i < NEURONS; i++) {
      v[i] = -55 + 5 * random.nextGaussian();
    }
  }

  @Override
  public void step() {
    deliver();
    fired = 0;
    for (int i = 0; i < NEURONS; i++) {
      double e = ge[i];
      double inhibition = gi[i];
      double old = v[i];
      if (waiting[i] > 0) {
        waiting[i]--;
      } else {
        double weight = -(e + inhibition + 1) * (1.0 / 20);
        double slope = (e * -old + inhibition * (-80 - old) - (old + 60) + 20) * (1.0 / 20);
        double next = Math.fma(DT * DoubleFunctions.exprel(DT * weight), slope, old);
        if (next > -50) {
          next = -60;
          waiting[i] = 50;
          spikes[fired++] = i;
        }
        v[i] = next;
      }
      ge[i] = flush(Math.fma(decayE, e, e));
      gi[i] = flush(Math.fma(decayI, inhibition, inhibition));
    }
    count += fired;
  }

  private void deliver() {
    for (int s = 0; s < fired; s++) {
      int source = spikes[s];
      double[] g = source < EXCITATORY ? ge : gi;
      double w = source < EXCITATORY ? 0.6 : 6.7;
      int end = (source + 1) * DEGREE;
      for (int k = source * DEGREE; k < end; k++) {
        g[rows.targets()[k]] += w;
      }
    }
  }

  private static double flush(double x) {
    return Math.abs(x) < 1e-200 ? 0 : x;
  }

  @Override
  public long spikeCount() {
    return count;
  }
}

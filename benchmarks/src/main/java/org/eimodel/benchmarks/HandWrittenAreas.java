package org.eimodel.benchmarks;

import java.util.Random;

/// Neurons of the 29-area network in single precision: 116,000 LIF neurons with two exponential currents each, wired inside
/// their areas. The long-range projections are left out: they are a question of memory, and the step without them is what
/// a kernel can be compared with.
final class HandWrittenAreas implements HandWrittenNetwork {
  static final int AREAS = 29;
  private static final int EXCITATORY = 3200;
  private static final int SIZE = 4000;
  private static final int NEURONS = AREAS * SIZE;

  private final float[] v = new float[NEURONS];
  private final float[] excitation = new float[NEURONS];
  private final float[] inhibition = new float[NEURONS];
  private final float[] waiting = new float[NEURONS];
  private final FixedRows toE = FixedRows.draw("hand EE", SIZE, EXCITATORY, 320);
  private final FixedRows toI = FixedRows.draw("hand EI", SIZE, SIZE - EXCITATORY, 80);
  private final int[] spikes = new int[NEURONS];
  private final float decayE = (float) Math.expm1(-0.1 / 5);
  private final float decayI = (float) Math.expm1(-0.1 / 10);
  private final float leak = (float) Math.expm1(-0.1 / 20);
  private final float fromE = weight(5);
  private final float fromI = weight(10);
  private int fired;
  private long count;

  HandWrittenAreas() {
    Random random = new Random(1);
    for (int i = 0; i < NEURONS; i++) {
      v[i] = (float) (-55 + 2 * random.nextGaussian());
    }
  }

  private static float weight(double tau) {
    return (float) ((Math.exp(-0.1 / tau) - Math.exp(-0.1 / 20)) / (1.0 / 20 - 1 / tau) / 20);
  }

  @Override
  public void step() {
    deliver();
    fired = 0;
    float input = -leak * (-60 + 11);
    for (int i = 0; i < NEURONS; i++) {
      float e = excitation[i];
      float in = inhibition[i];
      float old = v[i];
      float wait = waiting[i];
      boolean active = wait <= 0;
      float moved = Math.fma(fromI, in, Math.fma(fromE, e, leak * old)) + input + old;
      float next = active ? moved : old;
      waiting[i] = active ? 0 : wait - 1;
      if (active && next >= -50) {
        next = -60;
        waiting[i] = 50;
        spikes[fired++] = i;
      }
      v[i] = next;
      excitation[i] = flush(Math.fma(decayE, e, e));
      inhibition[i] = flush(Math.fma(decayI, in, in));
    }
    count += fired;
  }

  private void deliver() {
    for (int s = 0; s < fired; s++) {
      int area = spikes[s] / SIZE * SIZE;
      int source = spikes[s] - area;
      boolean excites = source < EXCITATORY;
      float[] sum = excites ? excitation : inhibition;
      add(sum, area, toE, source, excites ? 0.10108301f : -0.60977116f);
      add(sum, area + EXCITATORY, toI, source, excites ? 0.60604239f : -0.33540355f);
    }
  }

  private static void add(float[] sum, int base, FixedRows rows, int source, float weight) {
    int end = (source + 1) * rows.degree();
    for (int k = source * rows.degree(); k < end; k++) {
      sum[base + rows.targets()[k]] += weight;
    }
  }

  private static float flush(float x) {
    return Math.abs(x) < 1e-30f ? 0 : x;
  }

  @Override
  public long spikeCount() {
    return count;
  }
}

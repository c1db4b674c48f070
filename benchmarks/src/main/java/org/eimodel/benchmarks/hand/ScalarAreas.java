package org.eimodel.benchmarks.hand;

import org.eimodel.runtime.Engine;

/// The library's `macaque29` without its long-range projections, in single precision, neuron by neuron: 116,000 LIF neurons
/// with two exponential currents each, advanced exactly.
public final class ScalarAreas implements HandWrittenNetwork {
  private final Areas areas;
  private final LifCoefficients c = LifCoefficients.STANDARD;
  private final int neurons;
  private final float[] v;
  private final float[] excitation;
  private final float[] inhibition;
  private final float[] waits;
  private final int[] spikes;
  private int fired;
  private long count;

  /// @param engine a network of the areas at its start
  public ScalarAreas(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    areas = Areas.of(start);
    v = start.floats("v", 1);
    excitation = start.floats("EE.s", 1);
    inhibition = start.floats("IE.s", 1);
    waits = new float[v.length];
    spikes = new int[v.length];
  }

  @Override
  public void step() {
    areas.deliver(spikes, fired, excitation, inhibition);
    fired = 0;
    for (int i = 0; i < v.length; i++) {
      float e = excitation[i];
      float in = inhibition[i];
      float old = v[i];
      float wait = waits[i];
      boolean active = wait <= 0;
      float sum = Math.fma(c.fromI(), in, Math.fma(c.fromE(), e, c.leak() * old));
      float next = active ? flush(Math.fma(c.response(), c.input(), sum) + old) : old;
      waits[i] = active ? 0 : wait - 1;
      if (active && next >= -50) {
        next = -60;
        waits[i] = 50;
        spikes[fired++] = i;
      }
      v[i] = next;
      excitation[i] = flush(Math.fma(c.decayE(), e, e));
      inhibition[i] = flush(Math.fma(c.decayI(), in, in));
    }
    count += fired;
  }

  private static float flush(float x) {
    return Math.abs(x) < 1e-30f ? 0 : x;
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

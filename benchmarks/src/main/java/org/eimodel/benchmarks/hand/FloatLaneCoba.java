package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.ExprelNearZero;
import org.eimodel.numeric.FloatFunctions;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.LaneWidth;

/// The library's `coba` in single precision, a vector of neurons at a time: one loop, everything inlined.
///
/// The polynomial of `exprel` is the library's near zero, where its argument is as long as the conductances stay below
/// 124 leaks; a vector with a larger one is done neuron by neuron. Nothing of ours is called in the loop: C2 would not inline it.
public final class FloatLaneCoba implements HandWrittenNetwork {
  private static final VectorSpecies<Float> SPECIES = LaneWidth.FLOAT;
  private static final int LANES = SPECIES.length();
  private static final float LEAK = (float) (0.1 / 20);
  private static final float DECAY_E = (float) DoubleFunctions.expm1(-0.1 / 5);
  private static final float DECAY_I = (float) DoubleFunctions.expm1(-0.1 / 10);

  private final int neurons;
  private final float[] v;
  private final float[] ge;
  private final float[] gi;
  private final float[] waits;
  private final TwoPopulations wiring;
  private final int[] spikes;
  private int fired;
  private long count;
  private final Flushing flushing;

  /// @param engine a network `coba` at its start
  public FloatLaneCoba(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    v = start.floats("v", LANES);
    ge = start.floats("EE.g", LANES);
    gi = start.floats("IE.g", LANES);
    waits = new float[v.length];
    // what only fills up the last vector never fires
    Arrays.fill(waits, neurons, v.length, Float.POSITIVE_INFINITY);
    wiring = TwoPopulations.of(start.plan());
    spikes = new int[neurons];
    flushing = new Flushing(Precision.SINGLE, v, ge, gi);
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 0.6f, ge, 6.7f, gi);
    fired = 0;
    for (int i = integrate(0); i < v.length; i = integrate(i + LANES)) {
      oneByOne(i);
    }
    flushing.afterStep();
    count += fired;
  }

  /// One vector, neuron by neuron.
  private void oneByOne(int from) {
    for (int i = from; i < from + LANES; i++) {
      float e = ge[i];
      float inhibition = gi[i];
      if (waits[i] > 0) {
        waits[i]--;
      } else {
        float old = v[i];
        float current = Math.fma(inhibition, -80 - old, Math.fma(e, -old, 20));
        float rise = (-60 - old + current) * LEAK;
        v[i] = Math.fma(FloatFunctions.exprel((-1 - (e + inhibition)) * LEAK), rise, old);
        if (v[i] >= -50) {
          v[i] = -60;
          waits[i] = 50;
          spikes[fired++] = i;
        }
      }
      ge[i] = Math.fma(DECAY_E, e, e);
      gi[i] = Math.fma(DECAY_I, inhibition, inhibition);
    }
  }

  /// From a vector on.
  ///
  /// @return the first whose arguments are out of range, or the end
  private int integrate(int from) {
    for (int i = from; i < v.length; i += LANES) {
      FloatVector zero = FloatVector.broadcast(SPECIES, 0f);
      FloatVector one = FloatVector.broadcast(SPECIES, 1f);
      FloatVector minusOne = FloatVector.broadcast(SPECIES, -1f);
      FloatVector leak = FloatVector.broadcast(SPECIES, LEAK);
      FloatVector rest = FloatVector.broadcast(SPECIES, -60f);
      FloatVector threshold = FloatVector.broadcast(SPECIES, -50f);
      FloatVector reversalI = FloatVector.broadcast(SPECIES, -80f);
      FloatVector drive = FloatVector.broadcast(SPECIES, 20f);
      FloatVector period = FloatVector.broadcast(SPECIES, 50f);
      FloatVector toE = FloatVector.broadcast(SPECIES, DECAY_E);
      FloatVector toI = FloatVector.broadcast(SPECIES, DECAY_I);
      FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
      FloatVector lowest = FloatVector.broadcast(SPECIES, (float) -ExprelNearZero.LARGEST);
      FloatVector p0 = FloatVector.broadcast(SPECIES, ExprelNearZero.FLOAT_0);
      FloatVector p1 = FloatVector.broadcast(SPECIES, ExprelNearZero.FLOAT_1);
      FloatVector p2 = FloatVector.broadcast(SPECIES, ExprelNearZero.FLOAT_2);
      FloatVector p3 = FloatVector.broadcast(SPECIES, ExprelNearZero.FLOAT_3);
      FloatVector p4 = FloatVector.broadcast(SPECIES, ExprelNearZero.FLOAT_4);
      FloatVector p5 = FloatVector.broadcast(SPECIES, ExprelNearZero.FLOAT_5);
      FloatVector e = FloatVector.fromArray(SPECIES, ge, i);
      FloatVector inhibition = FloatVector.fromArray(SPECIES, gi, i);
      FloatVector old = FloatVector.fromArray(SPECIES, v, i);
      FloatVector wait = FloatVector.fromArray(SPECIES, waits, i);
      VectorMask<Float> active = wait.compare(VectorOperators.LE, zero);

      FloatVector current = inhibition.fma(reversalI.sub(old), e.fma(old.neg(), drive));
      FloatVector rise = rest.sub(old).add(current).mul(leak);
      FloatVector x = minusOne.sub(e.add(inhibition)).mul(leak);
      FloatVector s2 = x.mul(x);
      FloatVector near = x.fma(p5, p4).fma(s2, x.fma(p3, p2)).fma(s2, x.fma(p1, p0));
      near = near.fma(x, half).fma(x, one);
      if (x.compare(VectorOperators.LT, lowest).anyTrue()) {
        return i;
      }
      FloatVector next = near.fma(rise, old);
      next = old.blend(next, active);

      VectorMask<Float> fires = next.compare(VectorOperators.GE, threshold).and(active);
      next.blend(rest, fires).intoArray(v, i);
      wait.sub(one).blend(zero, active).blend(period, fires).intoArray(waits, i);
      e.fma(toE, e).intoArray(ge, i);
      inhibition.fma(toI, inhibition).intoArray(gi, i);
      for (long bits = fires.toLong(); bits != 0; bits &= bits - 1) {
        spikes[fired++] = i + Long.numberOfTrailingZeros(bits);
      }
    }
    return v.length;
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

package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.LaneWidth;

/// The library's `coba` in single precision, a vector of neurons at a time: one loop, everything inlined.
///
/// The polynomial of `exprel` is the library's between -1 and 1, where its argument is as long as the conductances stay
/// below 199 leaks. Nothing of ours is called in the loop: C2 would not inline it any more.
public final class FloatLaneCoba implements HandWrittenNetwork {
  private static final VectorSpecies<Float> SPECIES = LaneWidth.FLOAT;
  private static final int LANES = SPECIES.length();
  private static final float DT = 0.1f;
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
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 0.6f, ge, 6.7f, gi);
    fired = 0;
    integrate();
    count += fired;
  }

  private void integrate() {
    FloatVector zero = FloatVector.broadcast(SPECIES, 0f);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector minusOne = FloatVector.broadcast(SPECIES, -1f);
    FloatVector leak = FloatVector.broadcast(SPECIES, (float) (1.0 / 20));
    FloatVector rest = FloatVector.broadcast(SPECIES, -60f);
    FloatVector threshold = FloatVector.broadcast(SPECIES, -50f);
    FloatVector reversalI = FloatVector.broadcast(SPECIES, -80f);
    FloatVector drive = FloatVector.broadcast(SPECIES, 20f);
    FloatVector period = FloatVector.broadcast(SPECIES, 50f);
    FloatVector step = FloatVector.broadcast(SPECIES, DT);
    FloatVector toE = FloatVector.broadcast(SPECIES, DECAY_E);
    FloatVector toI = FloatVector.broadcast(SPECIES, DECAY_I);
    FloatVector smallest = FloatVector.broadcast(SPECIES, 1e-30f);
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector p0 = FloatVector.broadcast(SPECIES, 0x1.555556p-3f);
    FloatVector p1 = FloatVector.broadcast(SPECIES, 0x1.555566p-5f);
    FloatVector p2 = FloatVector.broadcast(SPECIES, 0x1.111118p-7f);
    FloatVector p3 = FloatVector.broadcast(SPECIES, 0x1.6c066p-10f);
    FloatVector p4 = FloatVector.broadcast(SPECIES, 0x1.a00e1ep-13f);
    FloatVector p5 = FloatVector.broadcast(SPECIES, 0x1.a845p-16f);
    FloatVector p6 = FloatVector.broadcast(SPECIES, 0x1.77ccbcp-19f);
    for (int i = 0; i < v.length; i += LANES) {
      FloatVector e = FloatVector.fromArray(SPECIES, ge, i);
      FloatVector inhibition = FloatVector.fromArray(SPECIES, gi, i);
      FloatVector old = FloatVector.fromArray(SPECIES, v, i);
      FloatVector wait = FloatVector.fromArray(SPECIES, waits, i);
      VectorMask<Float> active = wait.compare(VectorOperators.LE, zero);

      FloatVector current = inhibition.fma(reversalI.sub(old), e.fma(old.neg(), drive));
      FloatVector slope = rest.sub(old).add(current).mul(leak);
      FloatVector x = minusOne.sub(e.add(inhibition)).mul(leak).mul(step);
      if (!x.compare(VectorOperators.GE, minusOne).allTrue()) {
        throw new ArithmeticException("conductances above 199 leaks");
      }
      FloatVector s2 = x.mul(x);
      FloatVector near = s2.fma(p6, x.fma(p5, p4)).fma(s2, x.fma(p3, p2));
      near = near.fma(x, p1).fma(x, p0).fma(x, half).fma(x, one);
      FloatVector next = near.mul(step).fma(slope, old);
      next = old.blend(next, active);

      VectorMask<Float> fires = next.compare(VectorOperators.GE, threshold).and(active);
      next.blend(rest, fires).intoArray(v, i);
      wait.sub(one).blend(zero, active).blend(period, fires).intoArray(waits, i);
      e = e.fma(toE, e);
      e.blend(zero, e.compare(VectorOperators.LT, smallest)).intoArray(ge, i);
      inhibition = inhibition.fma(toI, inhibition);
      inhibition
          .blend(zero, inhibition.compare(VectorOperators.LT, smallest))
          .intoArray(gi, i);
      for (long bits = fires.toLong(); bits != 0; bits &= bits - 1) {
        spikes[fired++] = i + Long.numberOfTrailingZeros(bits);
      }
    }
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

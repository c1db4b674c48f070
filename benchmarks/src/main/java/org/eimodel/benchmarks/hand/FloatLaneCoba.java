package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;

/// The library's `coba` in single precision, a vector of neurons at a time: one loop, everything inlined.
///
/// The polynomial of `exprel` is the library's between -1 and 1, where its argument is as long as the conductances stay
/// below 199 leaks.
public final class FloatLaneCoba implements HandWrittenNetwork {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final float DT = 0.1f;
  private static final float DECAY_E = (float) DoubleFunctions.expm1(-0.1 / 5);
  private static final float DECAY_I = (float) DoubleFunctions.expm1(-0.1 / 10);

  // C2 counts a broadcast as an operation: constants are made once
  private static final FloatVector ZERO = all(0);
  private static final FloatVector ONE = all(1);
  private static final FloatVector MINUS_ONE = all(-1);
  private static final FloatVector LEAK = all((float) (1.0 / 20));
  private static final FloatVector REST = all(-60);
  private static final FloatVector THRESHOLD = all(-50);
  private static final FloatVector REVERSAL_I = all(-80);
  private static final FloatVector DRIVE = all(20);
  private static final FloatVector PERIOD = all(50);
  private static final FloatVector STEP = all(DT);
  private static final FloatVector TO_E = all(DECAY_E);
  private static final FloatVector TO_I = all(DECAY_I);
  private static final FloatVector SMALLEST = all(1e-30f);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector P0 = all(0x1.555556p-3f);
  private static final FloatVector P1 = all(0x1.555566p-5f);
  private static final FloatVector P2 = all(0x1.111118p-7f);
  private static final FloatVector P3 = all(0x1.6c066p-10f);
  private static final FloatVector P4 = all(0x1.a00e1ep-13f);
  private static final FloatVector P5 = all(0x1.a845p-16f);
  private static final FloatVector P6 = all(0x1.77ccbcp-19f);

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
    for (int i = 0; i < v.length; i += LANES) {
      FloatVector e = FloatVector.fromArray(SPECIES, ge, i);
      FloatVector inhibition = FloatVector.fromArray(SPECIES, gi, i);
      FloatVector old = FloatVector.fromArray(SPECIES, v, i);
      FloatVector wait = FloatVector.fromArray(SPECIES, waits, i);
      VectorMask<Float> active = wait.compare(VectorOperators.LE, ZERO);

      FloatVector current = inhibition.fma(REVERSAL_I.sub(old), e.fma(old.neg(), DRIVE));
      FloatVector slope = REST.sub(old).add(current).mul(LEAK);
      FloatVector x = MINUS_ONE.sub(e.add(inhibition)).mul(LEAK).mul(STEP);
      if (!x.compare(VectorOperators.GE, MINUS_ONE).allTrue()) {
        throw new ArithmeticException("conductances above 199 leaks");
      }
      FloatVector s2 = x.mul(x);
      FloatVector near = s2.fma(P6, x.fma(P5, P4)).fma(s2, x.fma(P3, P2));
      near = near.fma(x, P1).fma(x, P0).fma(x, HALF).fma(x, ONE);
      FloatVector next = flush(near.mul(STEP).fma(slope, old));
      next = old.blend(next, active);

      VectorMask<Float> fires = next.compare(VectorOperators.GE, THRESHOLD).and(active);
      next.blend(REST, fires).intoArray(v, i);
      wait.sub(ONE).blend(ZERO, active).blend(PERIOD, fires).intoArray(waits, i);
      flush(e.fma(TO_E, e)).intoArray(ge, i);
      flush(inhibition.fma(TO_I, inhibition)).intoArray(gi, i);
      for (long bits = fires.toLong(); bits != 0; bits &= bits - 1) {
        spikes[fired++] = i + Long.numberOfTrailingZeros(bits);
      }
    }
    count += fired;
  }

  private static FloatVector flush(FloatVector x) {
    return x.blend(ZERO, x.abs().compare(VectorOperators.LT, SMALLEST));
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
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

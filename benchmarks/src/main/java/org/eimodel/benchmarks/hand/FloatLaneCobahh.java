package org.eimodel.benchmarks.hand;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.FloatArrayFunctions;
import org.eimodel.vector.numeric.LaneWidth;

/// The library's `cobahh` in single precision: four loops over blocks of neurons, and functions of whole blocks between.
///
/// As one loop it would be too large for C2, and every vector operation would allocate; for the same reason the loops call
/// nothing of ours. What waits between them fits the first-level cache. Conductances are never negative.
public final class FloatLaneCobahh implements HandWrittenNetwork {
  private static final VectorSpecies<Float> SPECIES = LaneWidth.FLOAT;
  private static final int LANES = SPECIES.length();
  private static final int BLOCK = 256;
  private static final float STEP = 0.1f;
  private static final float STEP_BY_C = (float) (0.1 / 200);
  private static final float DECAY_E = (float) DoubleFunctions.expm1(-0.1 / 5);
  private static final float DECAY_I = (float) DoubleFunctions.expm1(-0.1 / 10);

  private final int neurons;
  private final float[] v;
  private final float[] m;
  private final float[] h;
  private final float[] n;
  private final float[] ge;
  private final float[] gi;
  private final TwoPopulations wiring;
  private final int[] spikes;
  private int fired;
  private long count;
  private final Flushing flushing;

  // of a block, first alpha m, beta m, alpha n and the membrane, then m, h and n: arguments, then results
  private final float[] relatives = new float[4 * BLOCK];
  // of a block, alpha h, beta h and beta n: arguments, then results
  private final float[] powers = new float[3 * BLOCK];
  // of a block, m, h and n
  private final float[] rises = new float[3 * BLOCK];

  /// @param engine a network `cobahh` at its start
  public FloatLaneCobahh(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    v = start.floats("v", LANES);
    m = start.floats("m", LANES);
    h = start.floats("h", LANES);
    n = start.floats("n", LANES);
    ge = start.floats("EE.g", LANES);
    gi = start.floats("IE.g", LANES);
    wiring = TwoPopulations.of(start.plan());
    spikes = new int[v.length];
    flushing = new Flushing(Precision.SINGLE, v, m, h, n, ge, gi);
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 6, ge, 67, gi);
    fired = 0;
    for (int from = 0; from < v.length; from += BLOCK) {
      int size = Math.min(BLOCK, v.length - from);
      arguments(from, size);
      FloatArrayFunctions.exprel(relatives, 0, relatives, 0, 3 * BLOCK + size);
      FloatArrayFunctions.exp(powers, 0, powers, 0, 2 * BLOCK + size);
      membrane(from, size);
      rates(from, size);
      FloatArrayFunctions.exprel(relatives, 0, relatives, 0, 2 * BLOCK + size);
      gates(from, size);
    }
    flushing.afterStep();
    count += fired;
  }

  private void arguments(int from, int size) {
    FloatVector vT = FloatVector.broadcast(SPECIES, -63f);
    FloatVector at13 = FloatVector.broadcast(SPECIES, 13f);
    FloatVector at40 = FloatVector.broadcast(SPECIES, 40f);
    FloatVector at17 = FloatVector.broadcast(SPECIES, 17f);
    FloatVector at15 = FloatVector.broadcast(SPECIES, 15f);
    FloatVector at10 = FloatVector.broadcast(SPECIES, 10f);
    FloatVector by4 = FloatVector.broadcast(SPECIES, 0.25f);
    FloatVector by5 = FloatVector.broadcast(SPECIES, 0.2f);
    FloatVector by18 = FloatVector.broadcast(SPECIES, 1f / 18);
    FloatVector by40 = FloatVector.broadcast(SPECIES, 0.025f);
    for (int i = 0; i < size; i += LANES) {
      FloatVector u = FloatVector.fromArray(SPECIES, v, from + i).sub(vT);
      at13.sub(u).mul(by4).intoArray(relatives, i);
      u.sub(at40).mul(by5).intoArray(relatives, BLOCK + i);
      at15.sub(u).mul(by5).intoArray(relatives, 2 * BLOCK + i);
      at17.sub(u).mul(by18).intoArray(powers, i);
      at40.sub(u).mul(by5).intoArray(powers, BLOCK + i);
      at10.sub(u).mul(by40).intoArray(powers, 2 * BLOCK + i);
    }
    FloatVector leak = FloatVector.broadcast(SPECIES, 10f);
    FloatVector sodium = FloatVector.broadcast(SPECIES, 20000f);
    FloatVector potassium = FloatVector.broadcast(SPECIES, 6000f);
    FloatVector stepByC = FloatVector.broadcast(SPECIES, STEP_BY_C);
    for (int i = 0; i < size; i += LANES) {
      FloatVector openM = FloatVector.fromArray(SPECIES, m, from + i);
      FloatVector openN = FloatVector.fromArray(SPECIES, n, from + i);
      FloatVector squareN = openN.mul(openN);
      FloatVector gNa = sodium.mul(openM.mul(openM).mul(openM));
      gNa = gNa.mul(FloatVector.fromArray(SPECIES, h, from + i));
      FloatVector gK = potassium.mul(squareN.mul(squareN));
      FloatVector synapses = FloatVector.fromArray(SPECIES, ge, from + i);
      synapses = synapses.add(FloatVector.fromArray(SPECIES, gi, from + i));
      FloatVector all = gNa.add(leak).add(gK).add(synapses);
      all.neg().mul(stepByC).intoArray(relatives, 3 * BLOCK + i);
    }
  }

  private void membrane(int from, int size) {
    for (int i = 0; i < size; i += LANES) {
      FloatVector threshold = FloatVector.broadcast(SPECIES, -20f);
      FloatVector leak = FloatVector.broadcast(SPECIES, 10f);
      FloatVector sodium = FloatVector.broadcast(SPECIES, 20000f);
      FloatVector potassium = FloatVector.broadcast(SPECIES, 6000f);
      FloatVector eL = FloatVector.broadcast(SPECIES, -60f);
      FloatVector eNa = FloatVector.broadcast(SPECIES, 50f);
      FloatVector eK = FloatVector.broadcast(SPECIES, -90f);
      FloatVector eI = FloatVector.broadcast(SPECIES, -80f);
      FloatVector stepByC = FloatVector.broadcast(SPECIES, STEP_BY_C);
      FloatVector old = FloatVector.fromArray(SPECIES, v, from + i);
      FloatVector openM = FloatVector.fromArray(SPECIES, m, from + i);
      FloatVector openN = FloatVector.fromArray(SPECIES, n, from + i);
      FloatVector squareN = openN.mul(openN);
      FloatVector gNa = sodium.mul(openM.mul(openM).mul(openM));
      gNa = gNa.mul(FloatVector.fromArray(SPECIES, h, from + i));
      FloatVector gK = potassium.mul(squareN.mul(squareN));
      FloatVector current = FloatVector.fromArray(SPECIES, ge, from + i).mul(old.neg());
      current = FloatVector.fromArray(SPECIES, gi, from + i).fma(eI.sub(old), current);
      FloatVector channels = leak.fma(eL.sub(old), gNa.mul(eNa.sub(old)));
      FloatVector rise = gK.fma(eK.sub(old), channels).add(current).mul(stepByC);
      FloatVector next = FloatVector.fromArray(SPECIES, relatives, 3 * BLOCK + i);
      next = next.fma(rise, old);
      VectorMask<Float> fires = next.compare(VectorOperators.GT, threshold);
      fires = fires.and(old.compare(VectorOperators.LE, threshold));
      next.intoArray(v, from + i);
      for (long bits = fires.toLong(); bits != 0; bits &= bits - 1) {
        spikes[fired++] = from + i + Long.numberOfTrailingZeros(bits);
      }
    }
  }

  private void rates(int from, int size) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    FloatVector step = FloatVector.broadcast(SPECIES, STEP);
    FloatVector ofAlphaM = FloatVector.broadcast(SPECIES, 1.28f);
    FloatVector ofBetaM = FloatVector.broadcast(SPECIES, 1.4f);
    FloatVector ofAlphaH = FloatVector.broadcast(SPECIES, 0.128f);
    FloatVector ofBetaH = FloatVector.broadcast(SPECIES, 4f);
    FloatVector ofAlphaN = FloatVector.broadcast(SPECIES, 0.16f);
    FloatVector ofBetaN = FloatVector.broadcast(SPECIES, 0.5f);
    for (int i = 0; i < size; i += LANES) {
      FloatVector alpha = ofAlphaM.div(FloatVector.fromArray(SPECIES, relatives, i));
      FloatVector beta = ofBetaM.div(FloatVector.fromArray(SPECIES, relatives, BLOCK + i));
      FloatVector open = FloatVector.fromArray(SPECIES, m, from + i);
      alpha.fma(one.sub(open), beta.mul(open).neg()).mul(step).intoArray(rises, i);
      alpha.add(beta).neg().mul(step).intoArray(relatives, i);

      alpha = ofAlphaH.mul(FloatVector.fromArray(SPECIES, powers, i));
      beta = ofBetaH.div(one.add(FloatVector.fromArray(SPECIES, powers, BLOCK + i)));
      open = FloatVector.fromArray(SPECIES, h, from + i);
      alpha.fma(one.sub(open), beta.mul(open).neg()).mul(step).intoArray(rises, BLOCK + i);
      alpha.add(beta).neg().mul(step).intoArray(relatives, BLOCK + i);

      alpha = ofAlphaN.div(FloatVector.fromArray(SPECIES, relatives, 2 * BLOCK + i));
      beta = ofBetaN.mul(FloatVector.fromArray(SPECIES, powers, 2 * BLOCK + i));
      open = FloatVector.fromArray(SPECIES, n, from + i);
      alpha.fma(one.sub(open), beta.mul(open).neg()).mul(step).intoArray(rises, 2 * BLOCK + i);
      alpha.add(beta).neg().mul(step).intoArray(relatives, 2 * BLOCK + i);
    }
  }

  private void gates(int from, int size) {
    FloatVector decayE = FloatVector.broadcast(SPECIES, DECAY_E);
    FloatVector decayI = FloatVector.broadcast(SPECIES, DECAY_I);
    for (int i = 0; i < size; i += LANES) {
      FloatVector open = FloatVector.fromArray(SPECIES, relatives, i);
      FloatVector rise = FloatVector.fromArray(SPECIES, rises, i);
      open = open.fma(rise, FloatVector.fromArray(SPECIES, m, from + i));
      open.intoArray(m, from + i);

      open = FloatVector.fromArray(SPECIES, relatives, BLOCK + i);
      rise = FloatVector.fromArray(SPECIES, rises, BLOCK + i);
      open = open.fma(rise, FloatVector.fromArray(SPECIES, h, from + i));
      open.intoArray(h, from + i);

      open = FloatVector.fromArray(SPECIES, relatives, 2 * BLOCK + i);
      rise = FloatVector.fromArray(SPECIES, rises, 2 * BLOCK + i);
      open = open.fma(rise, FloatVector.fromArray(SPECIES, n, from + i));
      open.intoArray(n, from + i);

      FloatVector g = FloatVector.fromArray(SPECIES, ge, from + i);
      g.fma(decayE, g).intoArray(ge, from + i);
      g = FloatVector.fromArray(SPECIES, gi, from + i);
      g.fma(decayI, g).intoArray(gi, from + i);
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

package org.eimodel.benchmarks.hand;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.DoubleArrayFunctions;
import org.eimodel.vector.numeric.LaneWidth;

/// The library's `cobahh` in double precision: four loops over blocks of neurons, and functions of whole blocks between.
///
/// As one loop it would be too large for C2, and every vector operation would allocate; for the same reason the loops call
/// nothing of ours. What waits between them fits the first-level cache. Conductances are never negative.
public final class LaneCobahh implements HandWrittenNetwork {
  private static final VectorSpecies<Double> SPECIES = LaneWidth.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final int BLOCK = 256;
  private static final double STEP = 0.1;
  private static final double STEP_BY_C = 0.1 / 200;
  private static final double DECAY_E = DoubleFunctions.expm1(-0.1 / 5);
  private static final double DECAY_I = DoubleFunctions.expm1(-0.1 / 10);

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
  private final Flushing flushing;

  // of a block, first alpha m, beta m, alpha n and the membrane, then m, h and n: arguments, then results
  private final double[] relatives = new double[4 * BLOCK];
  // of a block, alpha h, beta h and beta n: arguments, then results
  private final double[] powers = new double[3 * BLOCK];
  // of a block, m, h and n
  private final double[] rises = new double[3 * BLOCK];

  /// @param engine a network `cobahh` at its start
  public LaneCobahh(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    v = start.doubles("v", LANES);
    m = start.doubles("m", LANES);
    h = start.doubles("h", LANES);
    n = start.doubles("n", LANES);
    ge = start.doubles("EE.g", LANES);
    gi = start.doubles("IE.g", LANES);
    wiring = TwoPopulations.of(start.plan());
    spikes = new int[v.length];
    flushing = new Flushing(Precision.DOUBLE, v, m, h, n, ge, gi);
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 6, ge, 67, gi);
    fired = 0;
    for (int from = 0; from < v.length; from += BLOCK) {
      int size = Math.min(BLOCK, v.length - from);
      arguments(from, size);
      DoubleArrayFunctions.exprel(relatives, 0, relatives, 0, 3 * BLOCK + size);
      DoubleArrayFunctions.exp(powers, 0, powers, 0, 2 * BLOCK + size);
      membrane(from, size);
      rates(from, size);
      DoubleArrayFunctions.exprel(relatives, 0, relatives, 0, 2 * BLOCK + size);
      gates(from, size);
    }
    flushing.afterStep();
    count += fired;
  }

  private void arguments(int from, int size) {
    DoubleVector vT = DoubleVector.broadcast(SPECIES, -63.0);
    DoubleVector at13 = DoubleVector.broadcast(SPECIES, 13.0);
    DoubleVector at40 = DoubleVector.broadcast(SPECIES, 40.0);
    DoubleVector at17 = DoubleVector.broadcast(SPECIES, 17.0);
    DoubleVector at15 = DoubleVector.broadcast(SPECIES, 15.0);
    DoubleVector at10 = DoubleVector.broadcast(SPECIES, 10.0);
    DoubleVector by4 = DoubleVector.broadcast(SPECIES, 0.25);
    DoubleVector by5 = DoubleVector.broadcast(SPECIES, 0.2);
    DoubleVector by18 = DoubleVector.broadcast(SPECIES, 1.0 / 18);
    DoubleVector by40 = DoubleVector.broadcast(SPECIES, 0.025);
    for (int i = 0; i < size; i += LANES) {
      DoubleVector u = DoubleVector.fromArray(SPECIES, v, from + i).sub(vT);
      at13.sub(u).mul(by4).intoArray(relatives, i);
      u.sub(at40).mul(by5).intoArray(relatives, BLOCK + i);
      at15.sub(u).mul(by5).intoArray(relatives, 2 * BLOCK + i);
      at17.sub(u).mul(by18).intoArray(powers, i);
      at40.sub(u).mul(by5).intoArray(powers, BLOCK + i);
      at10.sub(u).mul(by40).intoArray(powers, 2 * BLOCK + i);
    }
    DoubleVector leak = DoubleVector.broadcast(SPECIES, 10.0);
    DoubleVector sodium = DoubleVector.broadcast(SPECIES, 20000.0);
    DoubleVector potassium = DoubleVector.broadcast(SPECIES, 6000.0);
    DoubleVector stepByC = DoubleVector.broadcast(SPECIES, STEP_BY_C);
    for (int i = 0; i < size; i += LANES) {
      DoubleVector openM = DoubleVector.fromArray(SPECIES, m, from + i);
      DoubleVector openN = DoubleVector.fromArray(SPECIES, n, from + i);
      DoubleVector squareN = openN.mul(openN);
      DoubleVector gNa = sodium.mul(openM.mul(openM).mul(openM));
      gNa = gNa.mul(DoubleVector.fromArray(SPECIES, h, from + i));
      DoubleVector gK = potassium.mul(squareN.mul(squareN));
      DoubleVector synapses = DoubleVector.fromArray(SPECIES, ge, from + i);
      synapses = synapses.add(DoubleVector.fromArray(SPECIES, gi, from + i));
      DoubleVector all = gNa.add(leak).add(gK).add(synapses);
      all.neg().mul(stepByC).intoArray(relatives, 3 * BLOCK + i);
    }
  }

  private void membrane(int from, int size) {
    for (int i = 0; i < size; i += LANES) {
      DoubleVector threshold = DoubleVector.broadcast(SPECIES, -20.0);
      DoubleVector leak = DoubleVector.broadcast(SPECIES, 10.0);
      DoubleVector sodium = DoubleVector.broadcast(SPECIES, 20000.0);
      DoubleVector potassium = DoubleVector.broadcast(SPECIES, 6000.0);
      DoubleVector eL = DoubleVector.broadcast(SPECIES, -60.0);
      DoubleVector eNa = DoubleVector.broadcast(SPECIES, 50.0);
      DoubleVector eK = DoubleVector.broadcast(SPECIES, -90.0);
      DoubleVector eI = DoubleVector.broadcast(SPECIES, -80.0);
      DoubleVector stepByC = DoubleVector.broadcast(SPECIES, STEP_BY_C);
      DoubleVector old = DoubleVector.fromArray(SPECIES, v, from + i);
      DoubleVector openM = DoubleVector.fromArray(SPECIES, m, from + i);
      DoubleVector openN = DoubleVector.fromArray(SPECIES, n, from + i);
      DoubleVector squareN = openN.mul(openN);
      DoubleVector gNa = sodium.mul(openM.mul(openM).mul(openM));
      gNa = gNa.mul(DoubleVector.fromArray(SPECIES, h, from + i));
      DoubleVector gK = potassium.mul(squareN.mul(squareN));
      DoubleVector current = DoubleVector.fromArray(SPECIES, ge, from + i).mul(old.neg());
      current = DoubleVector.fromArray(SPECIES, gi, from + i).fma(eI.sub(old), current);
      DoubleVector channels = leak.fma(eL.sub(old), gNa.mul(eNa.sub(old)));
      DoubleVector rise = gK.fma(eK.sub(old), channels).add(current).mul(stepByC);
      DoubleVector next = DoubleVector.fromArray(SPECIES, relatives, 3 * BLOCK + i);
      next = next.fma(rise, old);
      VectorMask<Double> fires = next.compare(VectorOperators.GT, threshold);
      fires = fires.and(old.compare(VectorOperators.LE, threshold));
      next.intoArray(v, from + i);
      for (long bits = fires.toLong(); bits != 0; bits &= bits - 1) {
        spikes[fired++] = from + i + Long.numberOfTrailingZeros(bits);
      }
    }
  }

  private void rates(int from, int size) {
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
    DoubleVector step = DoubleVector.broadcast(SPECIES, STEP);
    DoubleVector ofAlphaM = DoubleVector.broadcast(SPECIES, 1.28);
    DoubleVector ofBetaM = DoubleVector.broadcast(SPECIES, 1.4);
    DoubleVector ofAlphaH = DoubleVector.broadcast(SPECIES, 0.128);
    DoubleVector ofBetaH = DoubleVector.broadcast(SPECIES, 4.0);
    DoubleVector ofAlphaN = DoubleVector.broadcast(SPECIES, 0.16);
    DoubleVector ofBetaN = DoubleVector.broadcast(SPECIES, 0.5);
    for (int i = 0; i < size; i += LANES) {
      DoubleVector alpha = ofAlphaM.div(DoubleVector.fromArray(SPECIES, relatives, i));
      DoubleVector beta = ofBetaM.div(DoubleVector.fromArray(SPECIES, relatives, BLOCK + i));
      DoubleVector open = DoubleVector.fromArray(SPECIES, m, from + i);
      alpha.fma(one.sub(open), beta.mul(open).neg()).mul(step).intoArray(rises, i);
      alpha.add(beta).neg().mul(step).intoArray(relatives, i);

      alpha = ofAlphaH.mul(DoubleVector.fromArray(SPECIES, powers, i));
      beta = ofBetaH.div(one.add(DoubleVector.fromArray(SPECIES, powers, BLOCK + i)));
      open = DoubleVector.fromArray(SPECIES, h, from + i);
      alpha.fma(one.sub(open), beta.mul(open).neg()).mul(step).intoArray(rises, BLOCK + i);
      alpha.add(beta).neg().mul(step).intoArray(relatives, BLOCK + i);

      alpha = ofAlphaN.div(DoubleVector.fromArray(SPECIES, relatives, 2 * BLOCK + i));
      beta = ofBetaN.mul(DoubleVector.fromArray(SPECIES, powers, 2 * BLOCK + i));
      open = DoubleVector.fromArray(SPECIES, n, from + i);
      alpha.fma(one.sub(open), beta.mul(open).neg()).mul(step).intoArray(rises, 2 * BLOCK + i);
      alpha.add(beta).neg().mul(step).intoArray(relatives, 2 * BLOCK + i);
    }
  }

  private void gates(int from, int size) {
    DoubleVector decayE = DoubleVector.broadcast(SPECIES, DECAY_E);
    DoubleVector decayI = DoubleVector.broadcast(SPECIES, DECAY_I);
    for (int i = 0; i < size; i += LANES) {
      DoubleVector open = DoubleVector.fromArray(SPECIES, relatives, i);
      DoubleVector rise = DoubleVector.fromArray(SPECIES, rises, i);
      open = open.fma(rise, DoubleVector.fromArray(SPECIES, m, from + i));
      open.intoArray(m, from + i);

      open = DoubleVector.fromArray(SPECIES, relatives, BLOCK + i);
      rise = DoubleVector.fromArray(SPECIES, rises, BLOCK + i);
      open = open.fma(rise, DoubleVector.fromArray(SPECIES, h, from + i));
      open.intoArray(h, from + i);

      open = DoubleVector.fromArray(SPECIES, relatives, 2 * BLOCK + i);
      rise = DoubleVector.fromArray(SPECIES, rises, 2 * BLOCK + i);
      open = open.fma(rise, DoubleVector.fromArray(SPECIES, n, from + i));
      open.intoArray(n, from + i);

      DoubleVector g = DoubleVector.fromArray(SPECIES, ge, from + i);
      g.fma(decayE, g).intoArray(ge, from + i);
      g = DoubleVector.fromArray(SPECIES, gi, from + i);
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

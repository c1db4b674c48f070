package org.eimodel.benchmarks.hand;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.DoubleArrayFunctions;

/// The library's `cobahh` in double precision: loops over blocks of neurons, and functions of whole blocks in between.
///
/// As one loop it would be too large for C2, and every vector operation would allocate. The loops are: arguments of the
/// functions, functions; rates of the channels and the membrane's step, functions; channels and conductances. What waits
/// between them fits the first-level cache.
public final class LaneCobahh implements HandWrittenNetwork {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int BLOCK = 512;

  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector STEP = all(0.1);
  private static final DoubleVector DECAY_E = all(DoubleFunctions.expm1(-0.1 / 5));
  private static final DoubleVector DECAY_I = all(DoubleFunctions.expm1(-0.1 / 10));
  private static final DoubleVector SMALLEST = all(1e-200);
  private static final DoubleVector THRESHOLD = all(-20);
  private static final DoubleVector INVERSE_C = all(1.0 / 200);
  private static final DoubleVector G_L = all(10);
  private static final DoubleVector G_NA = all(20000);
  private static final DoubleVector G_K = all(6000);
  private static final DoubleVector E_L = all(-60);
  private static final DoubleVector E_NA = all(50);
  private static final DoubleVector E_K = all(-90);
  private static final DoubleVector E_I = all(-80);

  // in order of use: V_T, then the channels' constants
  private static final DoubleVector V_T = all(-63);
  private static final DoubleVector ALPHA_M = all(1.28);
  private static final DoubleVector BETA_M = all(1.4);
  private static final DoubleVector ALPHA_H = all(0.128);
  private static final DoubleVector BETA_H = all(4);
  private static final DoubleVector ALPHA_N = all(0.16);
  private static final DoubleVector BETA_N = all(0.5);
  private static final DoubleVector AT_13 = all(13);
  private static final DoubleVector AT_40 = all(40);
  private static final DoubleVector AT_17 = all(17);
  private static final DoubleVector AT_15 = all(15);
  private static final DoubleVector AT_10 = all(10);
  private static final DoubleVector BY_4 = all(0.25);
  private static final DoubleVector BY_5 = all(0.2);
  private static final DoubleVector BY_18 = all(1.0 / 18);
  private static final DoubleVector BY_40 = all(0.025);

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

  // of a block: alpha m, beta m, alpha n and the membrane; later m, h and n
  private final double[] relatives = new double[4 * BLOCK];
  // of a block: alpha h, beta h and beta n
  private final double[] powers = new double[3 * BLOCK];
  // of a block: slopes of m, h, n
  private final double[] slopes = new double[3 * BLOCK];

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
      rates(from, size);
      DoubleArrayFunctions.exprel(relatives, 0, relatives, 0, 2 * BLOCK + size);
      channels(from, size);
    }
    count += fired;
  }

  private void arguments(int from, int size) {
    for (int i = 0; i < size; i += LANES) {
      DoubleVector u = at(v, from + i).sub(V_T);
      AT_13.sub(u).mul(BY_4).intoArray(relatives, i);
      u.sub(AT_40).mul(BY_5).intoArray(relatives, BLOCK + i);
      AT_15.sub(u).mul(BY_5).intoArray(relatives, 2 * BLOCK + i);
      AT_17.sub(u).mul(BY_18).intoArray(powers, i);
      AT_40.sub(u).mul(BY_5).intoArray(powers, BLOCK + i);
      AT_10.sub(u).mul(BY_40).intoArray(powers, 2 * BLOCK + i);
      DoubleVector all = sodium(from + i).add(G_L).add(potassium(from + i));
      DoubleVector synapses = at(ge, from + i).add(at(gi, from + i));
      all.add(synapses).neg().mul(INVERSE_C).mul(STEP).intoArray(relatives, 3 * BLOCK + i);
    }
  }

  private void rates(int from, int size) {
    for (int i = 0; i < size; i += LANES) {
      DoubleVector alphaM = ALPHA_M.div(at(relatives, i));
      DoubleVector betaM = BETA_M.div(at(relatives, BLOCK + i));
      gate(at(m, from + i), alphaM, betaM, 0, i);
      DoubleVector alphaH = ALPHA_H.mul(at(powers, i));
      DoubleVector betaH = BETA_H.div(ONE.add(at(powers, BLOCK + i)));
      gate(at(h, from + i), alphaH, betaH, BLOCK, i);
      DoubleVector alphaN = ALPHA_N.div(at(relatives, 2 * BLOCK + i));
      DoubleVector betaN = BETA_N.mul(at(powers, 2 * BLOCK + i));
      gate(at(n, from + i), alphaN, betaN, 2 * BLOCK, i);
    }
    for (int i = 0; i < size; i += LANES) {
      DoubleVector old = at(v, from + i);
      DoubleVector current =
          at(gi, from + i).fma(E_I.sub(old), at(ge, from + i).mul(old.neg()));
      DoubleVector channels = G_L.fma(E_L.sub(old), sodium(from + i).mul(E_NA.sub(old)));
      channels = potassium(from + i).fma(E_K.sub(old), channels);
      DoubleVector slope = channels.add(current).mul(INVERSE_C);
      DoubleVector next = flush(at(relatives, 3 * BLOCK + i).mul(STEP).fma(slope, old));
      VectorMask<Double> fires =
          old.compare(VectorOperators.LE, THRESHOLD)
              .and(next.compare(VectorOperators.GT, THRESHOLD));
      next.intoArray(v, from + i);
      for (long bits = fires.toLong(); bits != 0; bits &= bits - 1) {
        spikes[fired++] = from + i + Long.numberOfTrailingZeros(bits);
      }
    }
  }

  private void gate(DoubleVector open, DoubleVector alpha, DoubleVector beta, int place, int i) {
    alpha.fma(ONE.sub(open), beta.mul(open).neg()).intoArray(slopes, place + i);
    alpha.add(beta).neg().mul(STEP).intoArray(relatives, place + i);
  }

  private void channels(int from, int size) {
    for (int i = 0; i < size; i += LANES) {
      open(m, from + i, i);
      open(h, from + i, BLOCK + i);
      open(n, from + i, 2 * BLOCK + i);
      decay(ge, from + i, DECAY_E);
      decay(gi, from + i, DECAY_I);
    }
  }

  private void open(double[] gates, int neuron, int i) {
    flush(at(relatives, i).mul(STEP).fma(at(slopes, i), at(gates, neuron)))
        .intoArray(gates, neuron);
  }

  private static void decay(double[] conductances, int neuron, DoubleVector loss) {
    DoubleVector g = at(conductances, neuron);
    flush(g.fma(loss, g)).intoArray(conductances, neuron);
  }

  private DoubleVector sodium(int i) {
    DoubleVector open = at(m, i);
    return G_NA.mul(open.mul(open).mul(open)).mul(at(h, i));
  }

  private DoubleVector potassium(int i) {
    DoubleVector open = at(n, i);
    DoubleVector square = open.mul(open);
    return G_K.mul(square.mul(square));
  }

  private static DoubleVector at(double[] values, int i) {
    return DoubleVector.fromArray(SPECIES, values, i);
  }

  private static DoubleVector flush(DoubleVector x) {
    return x.blend(ZERO, x.abs().compare(VectorOperators.LT, SMALLEST));
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(SPECIES, value);
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

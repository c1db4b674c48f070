package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;

/// The library's `coba` in double precision, a vector of neurons at a time: one loop, everything inlined.
///
/// The polynomial of `exprel` is the library's between -1 and 1, where its argument is as long as the conductances stay
/// below 199 leaks.
public final class LaneCoba implements HandWrittenNetwork {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final double DT = 0.1;
  private static final double DECAY_E = DoubleFunctions.expm1(-0.1 / 5);
  private static final double DECAY_I = DoubleFunctions.expm1(-0.1 / 10);

  // C2 counts a broadcast as an operation: constants are made once
  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector ONE = all(1);
  private static final DoubleVector MINUS_ONE = all(-1);
  private static final DoubleVector LEAK = all(1.0 / 20);
  private static final DoubleVector REST = all(-60);
  private static final DoubleVector THRESHOLD = all(-50);
  private static final DoubleVector REVERSAL_I = all(-80);
  private static final DoubleVector DRIVE = all(20);
  private static final DoubleVector PERIOD = all(50);
  private static final DoubleVector STEP = all(DT);
  private static final DoubleVector TO_E = all(DECAY_E);
  private static final DoubleVector TO_I = all(DECAY_I);
  private static final DoubleVector SMALLEST = all(1e-200);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector P0 = all(0x1.5555555555555p-3);
  private static final DoubleVector P1 = all(0x1.555555555553fp-5);
  private static final DoubleVector P2 = all(0x1.111111111110cp-7);
  private static final DoubleVector P3 = all(0x1.6c16c16c1b969p-10);
  private static final DoubleVector P4 = all(0x1.a01a01a01c473p-13);
  private static final DoubleVector P5 = all(0x1.a01a0196706bcp-16);
  private static final DoubleVector P6 = all(0x1.71de3a50e1a90p-19);
  private static final DoubleVector P7 = all(0x1.27e503be9a488p-22);
  private static final DoubleVector P8 = all(0x1.ae645e47b6c91p-26);
  private static final DoubleVector P9 = all(0x1.1ee6aae315faep-29);
  private static final DoubleVector P10 = all(0x1.611de666e6f62p-33);
  private static final DoubleVector P11 = all(0x1.991796f104bc7p-37);
  private static final DoubleVector P12 = all(0x1.b3abc9d5726c6p-41);

  private final int neurons;
  private final double[] v;
  private final double[] ge;
  private final double[] gi;
  private final double[] waits;
  private final TwoPopulations wiring;
  private final int[] spikes;
  private int fired;
  private long count;

  /// @param engine a network `coba` at its start
  public LaneCoba(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    v = start.doubles("v", LANES);
    ge = start.doubles("EE.g", LANES);
    gi = start.doubles("IE.g", LANES);
    waits = new double[v.length];
    // what only fills up the last vector never fires
    Arrays.fill(waits, neurons, v.length, Double.POSITIVE_INFINITY);
    wiring = TwoPopulations.of(start.plan());
    spikes = new int[neurons];
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 0.6, ge, 6.7, gi);
    fired = 0;
    for (int i = 0; i < v.length; i += LANES) {
      DoubleVector e = DoubleVector.fromArray(SPECIES, ge, i);
      DoubleVector inhibition = DoubleVector.fromArray(SPECIES, gi, i);
      DoubleVector old = DoubleVector.fromArray(SPECIES, v, i);
      DoubleVector wait = DoubleVector.fromArray(SPECIES, waits, i);
      VectorMask<Double> active = wait.compare(VectorOperators.LE, ZERO);

      DoubleVector current = inhibition.fma(REVERSAL_I.sub(old), e.fma(old.neg(), DRIVE));
      DoubleVector slope = REST.sub(old).add(current).mul(LEAK);
      DoubleVector x = MINUS_ONE.sub(e.add(inhibition)).mul(LEAK).mul(STEP);
      if (!x.compare(VectorOperators.GE, MINUS_ONE).allTrue()) {
        throw new ArithmeticException("conductances above 199 leaks");
      }
      DoubleVector s2 = x.mul(x);
      DoubleVector s4 = s2.mul(s2);
      DoubleVector a = x.fma(P3, P2);
      DoubleVector b = x.fma(P5, P4);
      DoubleVector c = x.fma(P7, P6);
      DoubleVector d = x.fma(P9, P8);
      DoubleVector high = s2.fma(P12, x.fma(P11, P10));
      DoubleVector near = high.fma(s4, d.fma(s2, c)).fma(s4, b.fma(s2, a));
      near = near.fma(x, P1).fma(x, P0).fma(x, HALF).fma(x, ONE);
      DoubleVector next = flush(near.mul(STEP).fma(slope, old));
      next = old.blend(next, active);

      VectorMask<Double> fires = next.compare(VectorOperators.GE, THRESHOLD).and(active);
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

package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.ExprelNearZero;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.LaneWidth;

/// The library's `coba` in double precision, a vector of neurons at a time: one loop, everything inlined.
///
/// The polynomial of `exprel` is the library's near zero, where its argument is as long as the conductances stay below
/// 124 leaks; a vector with a larger one is done neuron by neuron. Nothing of ours is called in the loop: C2 would not inline it.
public final class LaneCoba implements HandWrittenNetwork {
  private static final VectorSpecies<Double> SPECIES = LaneWidth.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final double LEAK = 0.1 / 20;
  private static final double DECAY_E = DoubleFunctions.expm1(-0.1 / 5);
  private static final double DECAY_I = DoubleFunctions.expm1(-0.1 / 10);

  private final int neurons;
  private final double[] v;
  private final double[] ge;
  private final double[] gi;
  private final double[] waits;
  private final TwoPopulations wiring;
  private final int[] spikes;
  private int fired;
  private long count;
  private final Flushing flushing;

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
    flushing = new Flushing(Precision.DOUBLE, v, ge, gi);
  }

  @Override
  public void step() {
    wiring.deliver(spikes, fired, 0.6, ge, 6.7, gi);
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
      double e = ge[i];
      double inhibition = gi[i];
      if (waits[i] > 0) {
        waits[i]--;
      } else {
        double old = v[i];
        double current = Math.fma(inhibition, -80 - old, Math.fma(e, -old, 20));
        double rise = (-60 - old + current) * LEAK;
        v[i] = Math.fma(DoubleFunctions.exprel((-1 - (e + inhibition)) * LEAK), rise, old);
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
      DoubleVector zero = DoubleVector.broadcast(SPECIES, 0.0);
      DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
      DoubleVector minusOne = DoubleVector.broadcast(SPECIES, -1.0);
      DoubleVector leak = DoubleVector.broadcast(SPECIES, LEAK);
      DoubleVector rest = DoubleVector.broadcast(SPECIES, -60.0);
      DoubleVector threshold = DoubleVector.broadcast(SPECIES, -50.0);
      DoubleVector reversalI = DoubleVector.broadcast(SPECIES, -80.0);
      DoubleVector drive = DoubleVector.broadcast(SPECIES, 20.0);
      DoubleVector period = DoubleVector.broadcast(SPECIES, 50.0);
      DoubleVector toE = DoubleVector.broadcast(SPECIES, DECAY_E);
      DoubleVector toI = DoubleVector.broadcast(SPECIES, DECAY_I);
      DoubleVector half = DoubleVector.broadcast(SPECIES, 0.5);
      DoubleVector lowest = DoubleVector.broadcast(SPECIES, -ExprelNearZero.LARGEST);
      DoubleVector p0 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_0);
      DoubleVector p1 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_1);
      DoubleVector p2 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_2);
      DoubleVector p3 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_3);
      DoubleVector p4 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_4);
      DoubleVector p5 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_5);
      DoubleVector p6 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_6);
      DoubleVector p7 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_7);
      DoubleVector p8 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_8);
      DoubleVector p9 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_9);
      DoubleVector p10 = DoubleVector.broadcast(SPECIES, ExprelNearZero.DOUBLE_10);
      DoubleVector e = DoubleVector.fromArray(SPECIES, ge, i);
      DoubleVector inhibition = DoubleVector.fromArray(SPECIES, gi, i);
      DoubleVector old = DoubleVector.fromArray(SPECIES, v, i);
      DoubleVector wait = DoubleVector.fromArray(SPECIES, waits, i);
      VectorMask<Double> active = wait.compare(VectorOperators.LE, zero);

      DoubleVector current = inhibition.fma(reversalI.sub(old), e.fma(old.neg(), drive));
      DoubleVector rise = rest.sub(old).add(current).mul(leak);
      DoubleVector x = minusOne.sub(e.add(inhibition)).mul(leak);
      DoubleVector s2 = x.mul(x);
      DoubleVector s4 = s2.mul(s2);
      DoubleVector near =
          s2.fma(p10, x.fma(p9, p8))
              .fma(s4, x.fma(p7, p6).fma(s2, x.fma(p5, p4)))
              .fma(s4, x.fma(p3, p2).fma(s2, x.fma(p1, p0)));
      near = near.fma(x, half).fma(x, one);
      if (x.compare(VectorOperators.LT, lowest).anyTrue()) {
        return i;
      }
      DoubleVector next = near.fma(rise, old);
      next = old.blend(next, active);

      VectorMask<Double> fires = next.compare(VectorOperators.GE, threshold).and(active);
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

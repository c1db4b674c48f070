package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.LaneWidth;

/// The library's `coba` in double precision, a vector of neurons at a time: one loop, everything inlined.
///
/// The polynomial of `exprel` is the library's between -1 and 1, where its argument is as long as the conductances stay
/// below 199 leaks. Nothing of ours is called in the loop: C2 would not inline it any more.
public final class LaneCoba implements HandWrittenNetwork {
  private static final VectorSpecies<Double> SPECIES = LaneWidth.DOUBLE;
  private static final int LANES = SPECIES.length();
  private static final double DT = 0.1;
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
    integrate();
    count += fired;
  }

  private void integrate() {
    DoubleVector zero = DoubleVector.broadcast(SPECIES, 0.0);
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
    DoubleVector minusOne = DoubleVector.broadcast(SPECIES, -1.0);
    DoubleVector leak = DoubleVector.broadcast(SPECIES, 1.0 / 20);
    DoubleVector rest = DoubleVector.broadcast(SPECIES, -60.0);
    DoubleVector threshold = DoubleVector.broadcast(SPECIES, -50.0);
    DoubleVector reversalI = DoubleVector.broadcast(SPECIES, -80.0);
    DoubleVector drive = DoubleVector.broadcast(SPECIES, 20.0);
    DoubleVector period = DoubleVector.broadcast(SPECIES, 50.0);
    DoubleVector step = DoubleVector.broadcast(SPECIES, DT);
    DoubleVector toE = DoubleVector.broadcast(SPECIES, DECAY_E);
    DoubleVector toI = DoubleVector.broadcast(SPECIES, DECAY_I);
    DoubleVector smallest = DoubleVector.broadcast(SPECIES, 1e-200);
    DoubleVector half = DoubleVector.broadcast(SPECIES, 0.5);
    DoubleVector p0 = DoubleVector.broadcast(SPECIES, 0x1.5555555555555p-3);
    DoubleVector p1 = DoubleVector.broadcast(SPECIES, 0x1.555555555553fp-5);
    DoubleVector p2 = DoubleVector.broadcast(SPECIES, 0x1.111111111110cp-7);
    DoubleVector p3 = DoubleVector.broadcast(SPECIES, 0x1.6c16c16c1b969p-10);
    DoubleVector p4 = DoubleVector.broadcast(SPECIES, 0x1.a01a01a01c473p-13);
    DoubleVector p5 = DoubleVector.broadcast(SPECIES, 0x1.a01a0196706bcp-16);
    DoubleVector p6 = DoubleVector.broadcast(SPECIES, 0x1.71de3a50e1a90p-19);
    DoubleVector p7 = DoubleVector.broadcast(SPECIES, 0x1.27e503be9a488p-22);
    DoubleVector p8 = DoubleVector.broadcast(SPECIES, 0x1.ae645e47b6c91p-26);
    DoubleVector p9 = DoubleVector.broadcast(SPECIES, 0x1.1ee6aae315faep-29);
    DoubleVector p10 = DoubleVector.broadcast(SPECIES, 0x1.611de666e6f62p-33);
    DoubleVector p11 = DoubleVector.broadcast(SPECIES, 0x1.991796f104bc7p-37);
    DoubleVector p12 = DoubleVector.broadcast(SPECIES, 0x1.b3abc9d5726c6p-41);
    for (int i = 0; i < v.length; i += LANES) {
      DoubleVector e = DoubleVector.fromArray(SPECIES, ge, i);
      DoubleVector inhibition = DoubleVector.fromArray(SPECIES, gi, i);
      DoubleVector old = DoubleVector.fromArray(SPECIES, v, i);
      DoubleVector wait = DoubleVector.fromArray(SPECIES, waits, i);
      VectorMask<Double> active = wait.compare(VectorOperators.LE, zero);

      DoubleVector current = inhibition.fma(reversalI.sub(old), e.fma(old.neg(), drive));
      DoubleVector slope = rest.sub(old).add(current).mul(leak);
      DoubleVector x = minusOne.sub(e.add(inhibition)).mul(leak).mul(step);
      if (!x.compare(VectorOperators.GE, minusOne).allTrue()) {
        throw new ArithmeticException("conductances above 199 leaks");
      }
      DoubleVector s2 = x.mul(x);
      DoubleVector s4 = s2.mul(s2);
      DoubleVector a = x.fma(p3, p2);
      DoubleVector b = x.fma(p5, p4);
      DoubleVector c = x.fma(p7, p6);
      DoubleVector d = x.fma(p9, p8);
      DoubleVector high = s2.fma(p12, x.fma(p11, p10));
      DoubleVector near = high.fma(s4, d.fma(s2, c)).fma(s4, b.fma(s2, a));
      near = near.fma(x, p1).fma(x, p0).fma(x, half).fma(x, one);
      DoubleVector next = near.mul(step).fma(slope, old);
      next = old.blend(next, active);

      VectorMask<Double> fires = next.compare(VectorOperators.GE, threshold).and(active);
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

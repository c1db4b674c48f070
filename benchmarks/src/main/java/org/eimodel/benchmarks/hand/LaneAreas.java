package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.runtime.Engine;
import org.eimodel.vector.numeric.LaneWidth;

/// As [ScalarAreas], a vector of neurons at a time.
public final class LaneAreas implements HandWrittenNetwork {
  private static final VectorSpecies<Float> SPECIES = LaneWidth.FLOAT;
  private static final int LANES = SPECIES.length();
  private static final LifCoefficients C = LifCoefficients.STANDARD;

  private final Areas areas;
  private final int neurons;
  private final float[] v;
  private final float[] excitation;
  private final float[] inhibition;
  private final float[] waits;
  private final int[] spikes;
  private int fired;
  private long count;
  private final Flushing flushing;

  /// @param engine a network of the areas at its start
  public LaneAreas(Engine engine) {
    Beginning start = new Beginning(engine);
    neurons = start.neurons();
    areas = Areas.of(start);
    v = start.floats("v", LANES);
    excitation = start.floats("EE.s", LANES);
    inhibition = start.floats("IE.s", LANES);
    waits = new float[v.length];
    // what only fills up the last vector never fires
    Arrays.fill(waits, neurons, v.length, Float.POSITIVE_INFINITY);
    spikes = new int[v.length];
    flushing = new Flushing(Precision.SINGLE, v, excitation, inhibition);
  }

  @Override
  public void step() {
    areas.deliver(spikes, fired, excitation, inhibition);
    fired = 0;
    integrate();
    flushing.afterStep();
    count += fired;
  }

  private void integrate() {
    for (int i = 0; i < v.length; i += LANES) {
      FloatVector zero = FloatVector.broadcast(SPECIES, 0f);
      FloatVector one = FloatVector.broadcast(SPECIES, 1f);
      FloatVector reset = FloatVector.broadcast(SPECIES, -60f);
      FloatVector threshold = FloatVector.broadcast(SPECIES, -50f);
      FloatVector period = FloatVector.broadcast(SPECIES, 50f);
      FloatVector leak = FloatVector.broadcast(SPECIES, C.leak());
      FloatVector fromE = FloatVector.broadcast(SPECIES, C.fromE());
      FloatVector fromI = FloatVector.broadcast(SPECIES, C.fromI());
      FloatVector response = FloatVector.broadcast(SPECIES, C.response());
      FloatVector input = FloatVector.broadcast(SPECIES, C.input());
      FloatVector decayE = FloatVector.broadcast(SPECIES, C.decayE());
      FloatVector decayI = FloatVector.broadcast(SPECIES, C.decayI());
      FloatVector e = FloatVector.fromArray(SPECIES, excitation, i);
      FloatVector in = FloatVector.fromArray(SPECIES, inhibition, i);
      FloatVector old = FloatVector.fromArray(SPECIES, v, i);
      FloatVector wait = FloatVector.fromArray(SPECIES, waits, i);
      VectorMask<Float> active = wait.compare(VectorOperators.LE, zero);

      FloatVector sum = in.fma(fromI, e.fma(fromE, old.mul(leak)));
      FloatVector next = old.blend(input.fma(response, sum).add(old), active);
      VectorMask<Float> fires = next.compare(VectorOperators.GE, threshold).and(active);
      next.blend(reset, fires).intoArray(v, i);
      wait.sub(one).blend(zero, active).blend(period, fires).intoArray(waits, i);
      e.fma(decayE, e).intoArray(excitation, i);
      in.fma(decayI, in).intoArray(inhibition, i);
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

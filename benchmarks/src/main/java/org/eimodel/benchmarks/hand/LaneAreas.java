package org.eimodel.benchmarks.hand;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eimodel.runtime.Engine;

/// As [ScalarAreas], a vector of neurons at a time.
public final class LaneAreas implements HandWrittenNetwork {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final LifCoefficients C = LifCoefficients.STANDARD;

  private static final FloatVector ZERO = all(0);
  private static final FloatVector ONE = all(1);
  private static final FloatVector RESET = all(-60);
  private static final FloatVector THRESHOLD = all(-50);
  private static final FloatVector PERIOD = all(50);
  private static final FloatVector LEAK = all(C.leak());
  private static final FloatVector FROM_E = all(C.fromE());
  private static final FloatVector FROM_I = all(C.fromI());
  private static final FloatVector RESPONSE = all(C.response());
  private static final FloatVector INPUT = all(C.input());
  private static final FloatVector DECAY_E = all(C.decayE());
  private static final FloatVector DECAY_I = all(C.decayI());
  private static final FloatVector SMALLEST = all(1e-30f);

  private final Areas areas;
  private final int neurons;
  private final float[] v;
  private final float[] excitation;
  private final float[] inhibition;
  private final float[] waits;
  private final int[] spikes;
  private int fired;
  private long count;

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
  }

  @Override
  public void step() {
    areas.deliver(spikes, fired, excitation, inhibition);
    fired = 0;
    for (int i = 0; i < v.length; i += LANES) {
      FloatVector e = FloatVector.fromArray(SPECIES, excitation, i);
      FloatVector in = FloatVector.fromArray(SPECIES, inhibition, i);
      FloatVector old = FloatVector.fromArray(SPECIES, v, i);
      FloatVector wait = FloatVector.fromArray(SPECIES, waits, i);
      VectorMask<Float> active = wait.compare(VectorOperators.LE, ZERO);

      FloatVector sum = in.fma(FROM_I, e.fma(FROM_E, old.mul(LEAK)));
      FloatVector next = old.blend(flush(INPUT.fma(RESPONSE, sum).add(old)), active);
      VectorMask<Float> fires = next.compare(VectorOperators.GE, THRESHOLD).and(active);
      next.blend(RESET, fires).intoArray(v, i);
      wait.sub(ONE).blend(ZERO, active).blend(PERIOD, fires).intoArray(waits, i);
      flush(e.fma(DECAY_E, e)).intoArray(excitation, i);
      flush(in.fma(DECAY_I, in)).intoArray(inhibition, i);
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

package org.eimodel.benchmarks.hand;

import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.Engine;

/// A network at its start, as the engine built it: sizes, start values, wiring.
///
/// The library's networks that are written by hand have all their neurons in one group.
final class Beginning {
  private final Engine engine;

  Beginning(Engine engine) {
    this.engine = engine;
  }

  NetworkPlan plan() {
    return engine.plan();
  }

  /// {@return the number of neurons of all populations}
  int neurons() {
    return plan().populations().stream().mapToInt(population -> population.size()).sum();
  }

  /// {@return a state in double precision, with room after it for a whole number of vectors}
  double[] doubles(String state, int lanes) {
    double[] start = (double[]) array(state);
    double[] copy = new double[Math.ceilDiv(neurons(), lanes) * lanes];
    System.arraycopy(start, 0, copy, 0, neurons());
    return copy;
  }

  /// {@return a state in single precision, with room after it for a whole number of vectors}
  float[] floats(String state, int lanes) {
    float[] start = (float[]) array(state);
    float[] copy = new float[Math.ceilDiv(neurons(), lanes) * lanes];
    System.arraycopy(start, 0, copy, 0, neurons());
    return copy;
  }

  private Object array(String state) {
    GroupPlan group = plan().groups().getFirst();
    return engine.arrays(0)[group.stateNames().get(state).position()];
  }
}

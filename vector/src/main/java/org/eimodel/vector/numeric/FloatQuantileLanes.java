package org.eimodel.vector.numeric;

import jdk.incubator.vector.FloatVector;

/// The quantile of the standard normal distribution for floats: in double precision, rounded.
final class FloatQuantileLanes {
  private FloatQuantileLanes() {}

  static FloatVector of(FloatVector p) {
    FloatVector low = Halves.joined(NormalQuantileLanes.of(Halves.first(p)), 0, p);
    FloatVector high = Halves.joined(NormalQuantileLanes.of(Halves.second(p)), -1, p);
    return Halves.both(low, high);
  }
}

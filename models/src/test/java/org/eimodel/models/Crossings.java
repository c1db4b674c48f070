package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Upward crossings of a level in a sampled voltage, as the sources of the figures count them.
final class Crossings {
  private Crossings() {}

  /// {@return the times of samples above the level that follow a sample at or below it; nothing is interpolated}
  static double[] upward(double[] times, double[] values, double level) {
    List<Double> found = new ArrayList<>();
    for (int k = 1; k < values.length; k++) {
      if (values[k - 1] <= level && values[k] > level) {
        found.add(times[k]);
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Checks that there are as many times as expected, each within a relative tolerance, and gives the largest deviation.
  static double assertClose(double[] expected, double[] computed, double tolerance) {
    String both = Arrays.toString(expected) + " expected, but " + Arrays.toString(computed);
    assertEquals(expected.length, computed.length, both);
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], computed[i], tolerance * expected[i] + 1e-8, both);
      largest = Math.max(largest, Math.abs(expected[i] - computed[i]) / expected[i]);
    }
    return largest;
  }
}

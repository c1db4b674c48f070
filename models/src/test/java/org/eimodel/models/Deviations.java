package org.eimodel.models;

import java.util.Locale;

/// Prints how close a figure came, so that a build's log shows by how much a tolerance is used up.
final class Deviations {
  private Deviations() {}

  static void report(String figure, double deviation, String kind) {
    System.out.printf(
        Locale.ROOT,
        "figure: %-48s largest deviation %.3g (%s)%n",
        figure,
        deviation,
        kind);
  }
}

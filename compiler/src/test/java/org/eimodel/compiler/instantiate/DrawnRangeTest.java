package org.eimodel.compiler.instantiate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eimodel.compiler.plan.SynapseValues.Bound;
import org.eimodel.compiler.plan.SynapseValues.Distribution;
import org.eimodel.compiler.plan.SynapseValues.Drawn;
import org.eimodel.compiler.plan.SynapseValues.Outside;
import org.junit.jupiter.api.Test;

class DrawnRangeTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static DrawnRange range(
      Distribution distribution,
      double first,
      double second,
      Outside outside,
      double low,
      double high) {
    return DrawnRange.of(
        new Drawn(distribution, first, second, Optional.of(new Bound(outside, low, high)), ""));
  }

  /// The share above zero of a normal distribution whose mean is two deviations above it, from a table.
  @Test
  void theShareOfANormalDistribution() {
    DrawnRange range = range(Distribution.NORMAL, 1.5, 0.75, Outside.REDRAW, 0, INFINITY);
    assertEquals(0.977249868, range.share(), 1e-9);
    assertEquals(0, range.least(), 1e-8);
    assertEquals(1.5 + 0.75 * 6.34, range.greatest(), 0.01);
  }

  /// A draw of the exponential distribution falls with the uniform number, or grows where the mean is negative.
  @Test
  void theShareOfAnExponentialDistribution() {
    DrawnRange range = range(Distribution.EXPONENTIAL, 2, 0, Outside.REDRAW, 1, 3);
    assertEquals(Math.exp(-0.5) - Math.exp(-1.5), range.share(), 1e-9);
    DrawnRange negative = range(Distribution.EXPONENTIAL, -2, 0, Outside.REDRAW, -3, -1);
    assertEquals(range.share(), negative.share(), 1e-9);
    assertEquals(-3, negative.least(), 1e-8);
  }

  @Test
  void clippingLetsEverythingPass() {
    assertEquals(
        new DrawnRange(1, 1.25, 1.75), range(Distribution.UNIFORM, 1, 2, Outside.CLIP, 1.25, 1.75));
  }

  @Test
  void nothingPasses() {
    assertEquals(0, range(Distribution.LOGNORMAL, 1, 0.1, Outside.REDRAW, 5, 6).share());
    assertEquals(0, range(Distribution.UNIFORM, 1, 1, Outside.REDRAW, 2, INFINITY).share());
  }
}

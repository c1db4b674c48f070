package org.eimodel.compiler.instantiate;

import java.util.function.DoublePredicate;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.plan.SynapseValues.Bound;
import org.eimodel.compiler.plan.SynapseValues.Outside;
import org.eimodel.numeric.DoubleFunctions;

/// What a draw can yield. There are 2^32 uniform numbers and a draw only grows, or only falls, with them, so that halving
/// finds the ends and the share inside a bound.
///
/// @param share of the numbers that a bound lets pass
/// @param least smallest draw, bounded
/// @param greatest largest draw, bounded
record DrawnRange(double share, double least, double greatest) {
  private static final long COUNT = 1L << 32;

  static DrawnRange of(SynapseValues.Drawn drawn) {
    double low = drawn.bound().map(Bound::low).orElse(Double.NEGATIVE_INFINITY);
    double high = drawn.bound().map(Bound::high).orElse(Double.POSITIVE_INFINITY);
    boolean clip = drawn.bound().filter(bound -> bound.outside() == Outside.CLIP).isPresent();
    if (clip) {
      return new DrawnRange(
          1,
          Math.clamp(ascending(drawn, 0), low, Math.max(low, high)),
          Math.clamp(ascending(drawn, COUNT - 1), low, Math.max(low, high)));
    }
    long below = count(drawn, value -> value < low);
    long inside = count(drawn, value -> value <= high) - below;
    return inside <= 0
        ? new DrawnRange(0, low, high)
        : new DrawnRange(
            inside / (double) COUNT, ascending(drawn, below), ascending(drawn, below + inside - 1));
  }

  /// {@return how many draws pass a test that all pass up to some value, and none beyond}
  private static long count(SynapseValues.Drawn drawn, DoublePredicate test) {
    long passed = 0;
    long end = COUNT;
    while (passed < end) {
      long middle = (passed + end) >>> 1;
      if (test.test(ascending(drawn, middle))) {
        passed = middle + 1;
      } else {
        end = middle;
      }
    }
    return passed;
  }

  private static double ascending(SynapseValues.Drawn drawn, long k) {
    boolean falls = number(drawn, 0) > number(drawn, COUNT - 1);
    return number(drawn, falls ? COUNT - 1 - k : k);
  }

  private static double number(SynapseValues.Drawn drawn, long k) {
    double u = (2 * k + 1) * 0x1p-33;
    return switch (drawn.distribution()) {
      case NORMAL -> Math.fma(drawn.second(), DoubleFunctions.normalQuantile(u), drawn.first());
      case UNIFORM -> Math.fma(drawn.second() - drawn.first(), u, drawn.first());
      case EXPONENTIAL -> -drawn.first() * DoubleFunctions.log(u);
      case LOGNORMAL -> {
        double r = drawn.second() / drawn.first();
        double variance = DoubleFunctions.log1p(r * r);
        yield drawn.first()
            * DoubleFunctions.exp(
                Math.fma(Math.sqrt(variance), DoubleFunctions.normalQuantile(u), -variance / 2));
      }
    };
  }
}

package org.eimodel.compiler.instantiate;

import java.util.Optional;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.RandomStream;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Diagnostic;

/// Draws from distributions, one element at a time.
final class Draws {
  private static final int TRIES = 10_000;

  private final ValueSource.Drawn source;
  private final RandomStream stream;
  private final Report report;

  Draws(ValueSource.Drawn source, RandomStream stream, Report report) {
    this.source = source;
    this.stream = stream;
    this.report = report;
  }

  /// {@return the draw of an element}
  ///
  /// @param arguments of the distribution, for this element
  /// @param low the bound, and `high` its upper end; NaN where there is none
  double draw(int element, double[] arguments, double low, double high) {
    stream.seek(element, 0);
    Optional<ValueSource.Bound> bound = source.bound();
    if (bound.isEmpty()) {
      return once(arguments);
    }
    if (bound.get().kind() == Assignment.Kind.CLIP) {
      double value = once(arguments);
      return value < low ? low : value > high ? high : value;
    }
    for (int i = 0; i < TRIES; i++) {
      double value = once(arguments);
      if (accepts(bound.get().kind(), value, arguments[0], low, high)) {
        return value;
      }
    }
    report.add(
        Diagnostic.error(
            Codes.BAD_NUMBER, source.span(), TRIES + " draws in a row were out of bounds: the bounds exclude nearly everything"));
    return low;
  }

  private static boolean accepts(Assignment.Kind kind, double value, double centre, double low, double high) {
    return switch (kind) {
      case REDRAW_BELOW -> value >= low;
      case REDRAW_ABOVE -> value <= low;
      case REDRAW_ACROSS -> centre >= low ? value > low : value < low;
      case REDRAW_OUTSIDE -> value >= low && value <= high;
      case CLIP -> true;
    };
  }

  private double once(double[] arguments) {
    return switch (source.distribution()) {
      case NORMAL -> Math.fma(arguments[1], stream.nextNormal(), arguments[0]);
      case UNIFORM -> Math.fma(arguments[1] - arguments[0], stream.nextDouble(), arguments[0]);
      case EXPONENTIAL -> arguments[0] * stream.nextExponential();
      case LOGNORMAL -> {
        double spread = arguments[1] / arguments[0];
        double variance = DoubleFunctions.log1p(spread * spread);
        yield arguments[0] * DoubleFunctions.exp(Math.fma(Math.sqrt(variance), stream.nextNormal(), -variance / 2));
      }
    };
  }
}

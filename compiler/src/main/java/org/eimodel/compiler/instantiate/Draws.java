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
  /// @param first of the element's numbers between 0 and 1 in the stream; others follow where a draw is out of bounds
  /// @param arguments of the distribution, for this element
  /// @param low the bound, and `high` its upper end; NaN where there is none
  double draw(int element, double first, double[] arguments, double low, double high) {
    double value = value(first, arguments);
    Optional<ValueSource.Bound> bound = source.bound();
    if (bound.isEmpty()) {
      return value;
    }
    if (bound.get().kind() == Assignment.Kind.CLIP) {
      return value < low ? low : value > high ? high : value;
    }
    if (accepts(bound.get().kind(), value, arguments[0], low, high)) {
      return value;
    }
    stream.seek(element, 0).nextDouble();
    for (int i = 1; i < TRIES; i++) {
      double next = value(stream.nextDouble(), arguments);
      if (accepts(bound.get().kind(), next, arguments[0], low, high)) {
        return next;
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

  /// {@return what the distribution makes of a number between 0 and 1}
  private double value(double drawn, double[] arguments) {
    return switch (source.distribution()) {
      case NORMAL -> Math.fma(arguments[1], DoubleFunctions.normalQuantile(drawn), arguments[0]);
      case UNIFORM -> Math.fma(arguments[1] - arguments[0], drawn, arguments[0]);
      case EXPONENTIAL -> arguments[0] * -DoubleFunctions.log(drawn);
      case LOGNORMAL -> {
        double spread = arguments[1] / arguments[0];
        double variance = DoubleFunctions.log1p(spread * spread);
        double normal = DoubleFunctions.normalQuantile(drawn);
        yield arguments[0] * DoubleFunctions.exp(Math.fma(Math.sqrt(variance), normal, -variance / 2));
      }
    };
  }
}

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
  private final CheckedDraws checks;
  private boolean wrong;

  Draws(ValueSource.Drawn source, RandomStream stream, Report report) {
    this.source = source;
    this.stream = stream;
    this.report = report;
    this.checks = new CheckedDraws(report);
  }

  /// {@return whether elements can be drawn with these arguments and bounds; says so where they cannot}
  boolean possible(double[] arguments, double[] ends) {
    return checks.of(source, arguments, ends, "").isPresent();
  }

  /// {@return the draw of an element that has its own arguments or bounds; once some of them were wrong, any number}
  ///
  /// How much a bound lets pass is asked only where the first draw does not pass: the answer takes longer than draws.
  double own(int element, double first, double[] arguments, double[] ends) {
    wrong = wrong || !checks.sound(source, arguments, ends);
    if (!wrong && source.bound().isPresent()) {
      boolean again = !accepts(source.bound().get().kind(), value(first, arguments), arguments[0], ends);
      wrong = again && !checks.passes(source, arguments, ends);
    }
    return wrong ? 0 : draw(element, first, arguments, ends);
  }

  /// {@return the draw of an element}
  ///
  /// @param first of the element's numbers between 0 and 1 in the stream; others follow where a draw is out of bounds
  /// @param arguments of the distribution, for this element
  /// @param ends of the bound: none, one or two
  double draw(int element, double first, double[] arguments, double[] ends) {
    double value = value(first, arguments);
    Optional<ValueSource.Bound> bound = source.bound();
    if (bound.isEmpty()) {
      return value;
    }
    if (bound.get().kind() == Assignment.Kind.CLIP) {
      return value < ends[0] ? ends[0] : value > ends[1] ? ends[1] : value;
    }
    if (accepts(bound.get().kind(), value, arguments[0], ends)) {
      return value;
    }
    stream.seek(element, 0).nextDouble();
    for (int i = 1; i < TRIES; i++) {
      double next = value(stream.nextDouble(), arguments);
      if (accepts(bound.get().kind(), next, arguments[0], ends)) {
        return next;
      }
    }
    report.add(
        Diagnostic.error(
            Codes.BAD_NUMBER, source.span(), TRIES + " draws in a row were out of bounds: the bounds exclude nearly everything"));
    return ends[0];
  }

  private static boolean accepts(Assignment.Kind kind, double value, double centre, double[] ends) {
    double low = ends[0];
    return switch (kind) {
      case REDRAW_BELOW -> value >= low;
      case REDRAW_ABOVE -> value <= low;
      case REDRAW_ACROSS -> centre >= low ? value > low : value < low;
      case REDRAW_OUTSIDE -> value >= low && value <= ends[1];
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

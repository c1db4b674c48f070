package org.eimodel.compiler.instantiate;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.plan.SynapseValues.Bound;
import org.eimodel.compiler.plan.SynapseValues.Distribution;
import org.eimodel.compiler.plan.SynapseValues.Outside;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Distributions of weights and delays with their numbers: what they can yield is known before anything is drawn.
record SynapseDraws(Report report) {
  private static final double LEAST_SHARE = 1e-3;

  /// {@return the draw of one projection; empty after an error}
  ///
  /// @param numbers what formulas are for this projection
  Optional<SynapseValues.Drawn> of(
      ValueSource.Drawn source, ToDoubleFunction<Formula> numbers, String stream) {
    double first = numbers.applyAsDouble(source.arguments().getFirst());
    double second =
        source.arguments().size() > 1 ? numbers.applyAsDouble(source.arguments().get(1)) : 0;
    Distribution distribution =
        switch (source.distribution()) {
          case NORMAL -> Distribution.NORMAL;
          case UNIFORM -> Distribution.UNIFORM;
          case EXPONENTIAL -> Distribution.EXPONENTIAL;
          case LOGNORMAL -> Distribution.LOGNORMAL;
        };
    if (!sound(source, distribution, first, second)) {
      return Optional.empty();
    }
    Optional<Bound> bound = source.bound().map(syntax -> bound(syntax, first, numbers));
    SynapseValues.Drawn drawn = new SynapseValues.Drawn(distribution, first, second, bound, stream);
    boolean empty = bound.isPresent() && !(bound.get().low() <= bound.get().high());
    if (empty || DrawnRange.of(drawn).share() < LEAST_SHARE) {
      report.add(
          Diagnostic.error(
                  Codes.BAD_NUMBER,
                  place(source),
                  "fewer than one draw in a thousand lies inside this bound")
              .withHelp("a bound cuts off what is rare; choose another distribution"));
      return Optional.empty();
    }
    return Optional.of(drawn);
  }

  private static Span place(ValueSource.Drawn source) {
    List<Formula> bounds = source.bounds();
    return bounds.isEmpty() ? source.span() : bounds.getFirst().span();
  }

  private boolean sound(
      ValueSource.Drawn source, Distribution distribution, double first, double second) {
    Optional<String> problem =
        !Double.isFinite(first) || !Double.isFinite(second)
            ? Optional.of(
                "are not finite: "
                    + Numbers.text(Numbers.about(first))
                    + ", "
                    + Numbers.text(Numbers.about(second)))
            : switch (distribution) {
              case NORMAL -> negative(second);
              case UNIFORM ->
                  first <= second
                      ? Optional.empty()
                      : Optional.of(
                          "run downwards: from "
                              + Numbers.text(Numbers.about(first))
                              + " to "
                              + Numbers.text(Numbers.about(second)));
              case EXPONENTIAL -> Optional.empty();
              case LOGNORMAL ->
                  first > 0
                      ? negative(second)
                      : Optional.of(
                          "need a positive mean, not " + Numbers.text(Numbers.about(first)));
            };
    problem.ifPresent(text ->
        report.add(
            Diagnostic.error(
                Codes.BAD_NUMBER,
                source.span(),
                "the arguments of `" + source.distribution().symbol() + "` " + text)));
    return problem.isEmpty();
  }

  private static Optional<String> negative(double deviation) {
    return deviation >= 0
        ? Optional.empty()
        : Optional.of(
            "need a standard deviation that is not negative; this is "
                + Numbers.text(Numbers.about(deviation)));
  }

  /// Strict ends become closed ones at the next number.
  private static Bound bound(
      ValueSource.Bound source, double centre, ToDoubleFunction<Formula> numbers) {
    double value = numbers.applyAsDouble(source.value());
    double high = source.high().map(numbers::applyAsDouble).orElse(Double.NaN);
    return switch (source.kind()) {
      case REDRAW_BELOW -> new Bound(Outside.REDRAW, value, Double.POSITIVE_INFINITY);
      case REDRAW_ABOVE -> new Bound(Outside.REDRAW, Double.NEGATIVE_INFINITY, value);
      case REDRAW_ACROSS ->
          centre >= value
              ? new Bound(Outside.REDRAW, Math.nextUp(value), Double.POSITIVE_INFINITY)
              : new Bound(Outside.REDRAW, Double.NEGATIVE_INFINITY, Math.nextDown(value));
      case REDRAW_OUTSIDE -> new Bound(Outside.REDRAW, value, high);
      case CLIP -> new Bound(Outside.CLIP, value, high);
    };
  }
}

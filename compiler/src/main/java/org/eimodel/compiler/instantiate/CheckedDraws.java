package org.eimodel.compiler.instantiate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ValueSource;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.compiler.plan.SynapseValues.Bound;
import org.eimodel.compiler.plan.SynapseValues.Distribution;
import org.eimodel.compiler.plan.SynapseValues.Outside;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Distributions with their numbers, of neurons and of synapses: what they can yield is known before anything is drawn.
record CheckedDraws(Report report) {
  private static final double LEAST_SHARE = 1e-3;

  /// {@return the draw; empty after an error}
  ///
  /// @param arguments of the distribution
  /// @param ends of the bound, as many as the text gives
  Optional<SynapseValues.Drawn> of(
      ValueSource.Drawn source, double[] arguments, double[] ends, String stream) {
    if (!sound(source, arguments, ends)) {
      return Optional.empty();
    }
    SynapseValues.Drawn drawn = drawn(source, arguments, ends, stream);
    return passes(source, drawn) ? Optional.of(drawn) : Optional.empty();
  }

  /// {@return whether enough draws lie inside the bound; says so where they do not}
  ///
  /// @param arguments that are sound, as are the ends
  boolean passes(ValueSource.Drawn source, double[] arguments, double[] ends) {
    return passes(source, drawn(source, arguments, ends, ""));
  }

  private boolean passes(ValueSource.Drawn source, SynapseValues.Drawn drawn) {
    if (drawn.bound().isEmpty() || DrawnRange.of(drawn).share() >= LEAST_SHARE) {
      return true;
    }
    report.add(
        Diagnostic.error(
                Codes.BAD_NUMBER,
                place(source),
                "fewer than one draw in a thousand lies inside this bound")
            .withHelp("a bound cuts off what is rare; choose another distribution"));
    return false;
  }

  private static SynapseValues.Drawn drawn(
      ValueSource.Drawn source, double[] arguments, double[] ends, String stream) {
    return new SynapseValues.Drawn(
        distribution(source),
        arguments[0],
        second(arguments),
        source.bound().map(bound -> bound(bound.kind(), arguments[0], ends)),
        stream);
  }

  private static double second(double[] arguments) {
    return arguments.length > 1 ? arguments[1] : 0;
  }

  private static Distribution distribution(ValueSource.Drawn source) {
    return switch (source.distribution()) {
      case NORMAL -> Distribution.NORMAL;
      case UNIFORM -> Distribution.UNIFORM;
      case EXPONENTIAL -> Distribution.EXPONENTIAL;
      case LOGNORMAL -> Distribution.LOGNORMAL;
    };
  }

  private static Span place(ValueSource.Drawn source) {
    List<Formula> bounds = source.bounds();
    return bounds.isEmpty() ? source.span() : bounds.getFirst().span().to(bounds.getLast().span());
  }

  /// {@return whether the arguments and the ends of the bound can be what they are; says so where they cannot}
  boolean sound(ValueSource.Drawn source, double[] arguments, double[] ends) {
    return sound(source, distribution(source), arguments[0], second(arguments))
        && ordered(source, ends);
  }

  private boolean ordered(ValueSource.Drawn source, double[] ends) {
    if (Arrays.stream(ends).anyMatch(Double::isNaN)) {
      report.add(Diagnostic.error(Codes.BAD_NUMBER, place(source), "a bound cannot be NaN"));
      return false;
    }
    if (ends.length > 1 && ends[0] > ends[1]) {
      report.add(
          Diagnostic.error(Codes.BAD_NUMBER, place(source), "the lower bound is above the upper")
              .withHelp("the lower one comes first, as in clip 0 mV .. 2 mV"));
      return false;
    }
    return true;
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
  private static Bound bound(Assignment.Kind kind, double centre, double[] ends) {
    double value = ends[0];
    return switch (kind) {
      case REDRAW_BELOW -> new Bound(Outside.REDRAW, value, Double.POSITIVE_INFINITY);
      case REDRAW_ABOVE -> new Bound(Outside.REDRAW, Double.NEGATIVE_INFINITY, value);
      case REDRAW_ACROSS ->
          centre >= value
              ? new Bound(Outside.REDRAW, Math.nextUp(value), Double.POSITIVE_INFINITY)
              : new Bound(Outside.REDRAW, Double.NEGATIVE_INFINITY, Math.nextDown(value));
      case REDRAW_OUTSIDE -> new Bound(Outside.REDRAW, value, ends[1]);
      case CLIP -> new Bound(Outside.CLIP, value, ends[1]);
    };
  }
}

package org.eimodel.compiler.instantiate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Quantity;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Durations in whole steps, rounded to nearest.
///
/// A literal off the grid is a warning; computed durations are counted, one line for each declaration.
public final class StepGrid {
  private static final double TOLERANCE = 1e-9;

  private final double dt;
  private final Report report;
  private final Map<Span, Shift> shifts = new LinkedHashMap<>();

  StepGrid(double dt, Report report) {
    this.dt = dt;
    this.report = report;
  }

  /// How many computed durations of a declaration lie off the grid.
  ///
  /// @param declaration its name
  /// @param count how many there are
  /// @param moved how many were moved to the grid
  /// @param largest the largest move in ms
  public record Shift(String declaration, int count, int moved, double largest) {}

  /// {@return one line for each declaration with computed durations}
  public List<Shift> shifts() {
    return List.copyOf(shifts.values());
  }

  /// {@return the time step in ms}
  double dt() {
    return dt;
  }

  /// {@return whether a delay of its own can be that long: at least one step after rounding}
  boolean isDelay(double milliseconds) {
    double steps = Math.rint(milliseconds / dt);
    return steps >= 1 && steps <= Integer.MAX_VALUE;
  }

  /// {@return the duration in steps}
  ///
  /// @param source the formula, which tells a literal from a computed value
  long steps(double duration, Formula source, String declaration) {
    return steps(duration, source.span(), source instanceof Formula.Literal, declaration);
  }

  /// {@return the duration in steps, of a value that was not written out}
  ///
  /// @param place where it comes from
  long steps(double duration, Span place, String declaration) {
    return steps(duration, place, false, declaration);
  }

  private long steps(double duration, Span place, boolean literal, String declaration) {
    double exact = duration / dt;
    double steps = Math.rint(exact);
    if (!(duration >= 0) || steps > Integer.MAX_VALUE) {
      Diagnostic diagnostic =
          Diagnostic.error(Codes.BAD_NUMBER, place, "a duration cannot be " + text(duration));
      report.add(
          duration < 0
              ? diagnostic.withHelp("durations begin at 0 ms; a delay of 0 ms means \"in the next step\"")
              : diagnostic);
      return 0;
    }
    if (steps == 0 && duration > 0) {
      report.add(
          Diagnostic.error(
                  Codes.BELOW_GRID,
                  place,
                  "the duration " + text(duration) + " is less than half a time step of " + text(dt))
              .withHelp("leave it out for \"in the next step\", or choose a smaller dt"));
      return 0;
    }
    boolean off = Math.abs(exact - steps) > TOLERANCE * Math.max(1, Math.abs(exact));
    if (literal) {
      if (off) {
        report.add(
            Diagnostic.warning(
                Codes.OFF_GRID,
                place,
                text(duration) + " is not a whole number of steps of " + text(dt) + ": " + text(Numbers.clean(steps * dt)) + " is used"));
      }
    } else {
      Shift before = shifts.getOrDefault(place, new Shift(declaration, 0, 0, 0));
      double move = Math.abs(steps * dt - duration);
      shifts.put(
          place,
          new Shift(
              declaration,
              before.count + 1,
              before.moved + (off ? 1 : 0),
              off ? Math.max(before.largest, move) : before.largest));
    }
    return (long) steps;
  }

  private static String text(double milliseconds) {
    return new Quantity(milliseconds, Dimension.TIME).toString();
  }
}

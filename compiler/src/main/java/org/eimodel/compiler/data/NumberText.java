package org.eimodel.compiler.data;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;

/// Says whether the text of a cell is a finite decimal number, and which.
final class NumberText {
  private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
  private static final Set<String> NOT_FINITE = Set.of("nan", "na", "n/a", "inf", "infinity", "∞");

  private NumberText() {}

  /// Digits with at most one point, then perhaps an exponent: what every language's reader of numbers agrees on.
  static boolean isNumber(String text) {
    int at = sign(text, 0);
    int whole = digits(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
    }
    boolean any = whole > at || end > whole + 1;
    if (!any) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = sign(text, end + 1);
      end = digits(text, exponent);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  /// {@return whether somebody meant a number: one that is not finite counts, and so does an empty cell}
  static boolean looksLikeNumber(String text) {
    return text.isEmpty() || isNumber(text) || NOT_FINITE.contains(unsigned(text));
  }

  private static String unsigned(String text) {
    return text.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
  }

  /// {@return what is wrong with a cell, or nothing when it is a number that the unit can hold}
  static Optional<DataProblem> problem(String text, Unit unit) {
    if (text.isEmpty()) {
      return Optional.of(
          DataProblem.of(Kind.NUMBER, "a cell is empty", "write 0 where there is nothing"));
    }
    if (NOT_FINITE.contains(unsigned(text))) {
      return Optional.of(
          DataProblem.of(
              Kind.NUMBER,
              "`" + text + "` is not a finite number",
              "write 0 where there is nothing"));
    }
    if (!isNumber(text)) {
      DataProblem problem =
          DataProblem.of(Kind.NUMBER, "`" + shortened(text) + "` is not a number");
      return Optional.of(
          WITH_COMMA.matcher(text).matches()
              ? DataProblem.of(
                  Kind.NUMBER,
                  problem.message(),
                  "the decimal sign is a point: " + text.replace(',', '.'))
              : problem);
    }
    return Double.isFinite(unit.toBase(text))
        ? Optional.empty()
        : Optional.of(DataProblem.of(Kind.NUMBER, "`" + shortened(text) + "` is too large"));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  private static int digits(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}

package org.eimodel.compiler.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compound units to text and back.
final class UnitText {
  private static final Pattern FACTOR =
      Pattern.compile(
          """
          \\s* ([*/]?) \\s* (1|[\\p{L}°%]+) \\s*                             # sign, name
          (?: \\^ \\s* (?: ([+-]?[0-9.]+)                                  # ^-0.5
                         | \\( \\s* ([+-]?\\d{1,9}) \\s* / \\s* (\\d{1,9}) \\s* \\) ) )? \\s*   # ^(1/3)
          """,
          Pattern.COMMENTS);

  private UnitText() {}

  /// {@return what stands above the line joined by `*`, then each factor below it after a `/`}
  static String symbol(List<UnitFactor> factors) {
    List<UnitFactor> named =
        factors.stream().filter(f -> !f.name().equals("1") && !f.exponent().isZero()).toList();
    if (named.isEmpty()) {
      return "1";
    }
    if (named.size() == 1 && !named.getFirst().exponent().isInteger()) {
      return power(named.getFirst().name(), named.getFirst().exponent());
    }
    StringBuilder text = new StringBuilder();
    for (UnitFactor factor : named) {
      if (factor.exponent().signum() > 0) {
        text.append(text.isEmpty() ? "" : "*").append(power(factor.name(), factor.exponent()));
      }
    }
    if (text.isEmpty()) {
      text.append('1');
    }
    for (UnitFactor factor : named) {
      if (factor.exponent().signum() < 0) {
        text.append('/').append(power(factor.name(), factor.exponent().negated()));
      }
    }
    return text.toString();
  }

  /// {@return the factors that a text such as `[uF/cm^2]` names; empty when it is no product}
  static Optional<List<UnitFactor>> factors(String text) {
    String inner = text.strip();
    if (inner.startsWith("[") && inner.endsWith("]")) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    List<UnitFactor> factors = new ArrayList<>();
    Matcher matcher = FACTOR.matcher(inner);
    int at = 0;
    while (at < inner.length()) {
      // The first factor has no sign before it, every other has one.
      if (!matcher.find(at) || matcher.start() != at || matcher.group(1).isEmpty() != (at == 0)) {
        return Optional.empty();
      }
      Optional<Rational> exponent = exponent(matcher);
      if (exponent.isEmpty()) {
        return Optional.empty();
      }
      boolean below = matcher.group(1).equals("/");
      factors.add(
          new UnitFactor(matcher.group(2), below ? exponent.get().negated() : exponent.get()));
      at = matcher.end();
    }
    return factors.isEmpty() ? Optional.empty() : Optional.of(factors);
  }

  private static Optional<Rational> exponent(Matcher factor) {
    if (factor.group(3) != null) {
      return Rational.parse(factor.group(3));
    }
    if (factor.group(4) == null) {
      return Optional.of(Rational.ONE);
    }
    long below = Long.parseLong(factor.group(5));
    return below == 0
        ? Optional.empty()
        : Optional.of(Rational.of(Long.parseLong(factor.group(4)), below));
  }

  private static String power(String symbol, Rational exponent) {
    return exponent.equals(Rational.ONE) ? symbol : symbol + "^" + exponent;
  }
}

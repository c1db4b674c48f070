package org.eimodel.compiler.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// Multiplies decimal text by a power of ten and rounds once.
final class DecimalShift {
  /// Beyond these exponents every literal of a sensible length is infinite or zero.
  private static final BigInteger FAR = BigInteger.valueOf(1_000_000_000);

  private DecimalShift() {}

  static double shift(String literal, Rational decades) {
    if (decades.isZero()) {
      return Double.parseDouble(literal);
    }
    BigInteger whole = floor(decades);
    Rational rest = decades.minus(new Rational(whole, BigInteger.ONE));
    if (rest.isZero()) {
      return movePoint(literal, whole);
    }
    double plain = Double.parseDouble(literal);
    if (plain == 0 || !Double.isFinite(plain)) {
      return plain;
    }
    return movePoint(PartOfDecade.times(literal, rest), whole);
  }

  /// `Double.parseDouble` rounds any decimal correctly, so adding to the exponent of the text is all there is to do.
  private static double movePoint(String literal, BigInteger decades) {
    int mark = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    String digits = mark < 0 ? literal : literal.substring(0, mark);
    BigInteger exponent = mark < 0 ? BigInteger.ZERO : exponent(literal.substring(mark + 1));
    BigInteger shifted = exponent.add(decades).min(FAR).max(FAR.negate());
    return Double.parseDouble(digits + "E" + shifted);
  }

  private static BigInteger exponent(String text) {
    return new BigInteger(text.length() > 12 && isNumber(text) ? clamped(text) : text);
  }

  private static boolean isNumber(String text) {
    return text.substring(text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0)
        .chars()
        .allMatch(Character::isDigit);
  }

  /// Keeps a hostile exponent of a million digits from being converted, which takes quadratic time.
  private static String clamped(String text) {
    String digits = text.replaceFirst("^[+-]?0*", "");
    String sign = text.charAt(0) == '-' ? "-" : "";
    return sign + (digits.length() > 12 ? FAR.toString() : digits.isEmpty() ? "0" : digits);
  }

  private static BigInteger floor(Rational value) {
    BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /// The irrational factor of a fractional decade: a class of its own, because models rarely need it and
  /// `BigDecimal` takes 15 ms to wake up.
  private static final class PartOfDecade {
    /// 60 digits: 40 more than a double resolves.
    private static final MathContext WIDE = new MathContext(60);

    private static final BigDecimal LN_10 =
        new BigDecimal(
            "2.302585092994045684017991454684364207601101488628772976033327900967572609677");

    /// {@return a number times 10 to a fraction between zero and one}
    static String times(String literal, Rational fraction) {
      return new BigDecimal(literal).multiply(tenTo(fraction), WIDE).toString();
    }

    /// {@return exp(x ln 10) by its series, which 80 terms exhaust}
    private static BigDecimal tenTo(Rational fraction) {
      BigDecimal x =
          LN_10
              .multiply(new BigDecimal(fraction.numerator()), WIDE)
              .divide(new BigDecimal(fraction.denominator()), WIDE);
      BigDecimal term = BigDecimal.ONE;
      BigDecimal sum = BigDecimal.ONE;
      for (int n = 1; n <= 80; n++) {
        term = term.multiply(x, WIDE).divide(BigDecimal.valueOf(n), WIDE);
        sum = sum.add(term, WIDE);
      }
      return sum;
    }
  }
}

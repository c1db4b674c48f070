package org.eimodel.compiler.units;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// An exact fraction in lowest terms: the exponent of a unit.
///
/// The parts are unbounded, so that no exponent a user writes can overflow.
///
/// @param numerator carries the sign
/// @param denominator positive, without common factor with the numerator
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);
  public static final Rational HALF = of(1, 2);

  /// A plain decimal such as `-0.5`, short enough to be an exponent that somebody meant.
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9})");

  /// Reduces to lowest terms.
  ///
  /// *Errors*: `ArithmeticException` for a denominator of zero.
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("denominator is zero");
    }
    BigInteger divisor =
        numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /// Written out, as [#hashCode] is: the JVM makes those of a record at their first call, which takes milliseconds, and
  /// fractions are compared at each start.
  @Override
  public boolean equals(Object other) {
    return other instanceof Rational(BigInteger above, BigInteger below)
        && numerator.equals(above)
        && denominator.equals(below);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  public static Rational of(long whole) {
    return of(whole, 1);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /// {@return the fraction that a plain decimal such as `2`, `-0.5` or `1.25` writes; empty for anything else, and for
  /// more than nine digits before or after the point}
  public static Optional<Rational> parse(String decimal) {
    return DECIMAL.matcher(decimal).matches()
        ? Optional.of(of(new BigDecimal(decimal)))
        : Optional.empty();
  }

  /// {@return the same number as a fraction, exactly}
  public static Rational of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /// *Errors*: `ArithmeticException` when `other` is zero.
  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return signum() < 0 ? negated() : this;
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isZero() {
    return signum() == 0;
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  public double doubleValue() {
    return numerator.doubleValue() / denominator.doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /// {@return `2`, `-0.5`, or `(1/3)` where no short decimal is exact: as an exponent is written in a unit}
  @Override
  public String toString() {
    if (isInteger()) {
      return numerator.toString();
    }
    for (int digits = 1; digits <= 9; digits++) {
      BigInteger[] shifted =
          numerator.multiply(BigInteger.TEN.pow(digits)).divideAndRemainder(denominator);
      if (shifted[1].signum() == 0) {
        return new BigDecimal(shifted[0], digits).toPlainString();
      }
    }
    return "(" + numerator + "/" + denominator + ")";
  }
}

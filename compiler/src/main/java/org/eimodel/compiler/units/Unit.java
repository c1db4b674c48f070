package org.eimodel.compiler.units;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A unit of measurement: a dimension and a power of ten.
///
/// One of this unit is `10^decade` in base units: `mV` has decade 0, `V` has 3, `[mm/ms]` has 3, `s^-0.5` has -1.5.
///
/// @param symbol as somebody wrote it, without brackets: `mV`, `uF/cm^2`
/// @param decade a whole number for all units without fractional exponents
public record Unit(String symbol, Dimension dimension, Rational decade) {
  public static final Unit ONE = new Unit("1", Dimension.NONE, Rational.ZERO);

  /// {@return the value in base units of a decimal literal in this unit}
  ///
  /// The digits as written are scaled exactly, then rounded once to the nearest double: `0.1` in V is the double nearest
  /// to 100, not `0.1 * 1000`. Only where the decade is a fraction is the factor irrational, and taken to 60 digits.
  /// As with `Double.parseDouble`, a literal too large gives an infinity and one too small gives zero.
  ///
  /// *Errors*: `NumberFormatException` when the text is no decimal number.
  public double toBase(String literal) {
    return DecimalShift.shift(literal, decade);
  }

  /// {@return the value in base units of a number in this unit, which stands for its shortest decimal}
  ///
  /// So 9.3 from a binary file, 9.3 from a program and the text `9.3` give the same bits. NaN and infinities stay.
  public double toBase(double value) {
    return shift(value, decade);
  }

  /// {@return the value in this unit of a number in base units, which stands for its shortest decimal}
  public double fromBase(double base) {
    return shift(base, decade.negated());
  }

  /// {@return whether quantities in the two units may be added and compared}
  public boolean sameDimension(Unit other) {
    return dimension.equals(other.dimension);
  }

  public Unit times(Unit other) {
    String product =
        symbol.equals("1")
            ? other.symbol
            : other.symbol.equals("1") ? symbol : symbol + "*" + other.symbol;
    return new Unit(product, dimension.times(other.dimension), decade.plus(other.decade));
  }

  /// {@return the symbol as the language wants it after a number: `mV`, but `[mm/ms]`; nothing for a plain number}
  public String inSource() {
    if (symbol.equals("1")) {
      return "";
    }
    return symbol.chars().allMatch(Character::isLetter) ? symbol : "[" + symbol + "]";
  }

  @Override
  public String toString() {
    return symbol;
  }

  private static double shift(double value, Rational decades) {
    // A value that needs no shift must come back bit for bit, and NaN has no digits to shift.
    boolean unchanged = decades.isZero() || value == 0 || !Double.isFinite(value);
    return unchanged ? value : DecimalShift.shift(Double.toString(value), decades);
  }

  /// {@return the factor to base units, for display and rough estimates: conversions go through {@link #toBase}}
  public double factor() {
    return DecimalShift.shift("1", decade);
  }

  /// {@return the factor to base units as a decimal, exact}
  ///
  /// *Errors*: `ArithmeticException` when the decade is no whole number.
  public BigDecimal exactFactor() {
    if (!decade.isInteger()) {
      throw new ArithmeticException("10^" + decade + " has no finite decimal");
    }
    BigInteger scale = decade.numerator().negate();
    return new BigDecimal(BigInteger.ONE, scale.intValueExact());
  }
}

package org.eimodel.compiler.units;

import java.math.BigDecimal;

/// A number with its dimension, as it lies in memory.
///
/// *Units*: `base` is in the base units of the dimension, see {@link Dimension}.
public record Quantity(double base, Dimension dimension) {
  /// {@return the quantity that a literal and its unit write, rounded once}
  ///
  /// *Errors*: `NumberFormatException` when the literal is no decimal number.
  public static Quantity of(String literal, Unit unit) {
    return new Quantity(unit.toBase(literal), unit.dimension());
  }

  public static Quantity of(double value, Unit unit) {
    return new Quantity(unit.toBase(value), unit.dimension());
  }

  /// {@return the text of the quantity in a unit, as the language would read it: `0.1 mV`, `3.5 [mm/ms]`, `12`}
  ///
  /// *Errors*: `IllegalArgumentException` when the unit has another dimension.
  public String in(Unit unit) {
    if (!unit.dimension().equals(dimension)) {
      throw new IllegalArgumentException(unit + " does not measure " + dimension);
    }
    return unit.inSource().isEmpty()
        ? number(unit.fromBase(base))
        : number(unit.fromBase(base)) + " " + unit.inSource();
  }

  /// {@return the text of the quantity in its base unit}
  @Override
  public String toString() {
    return in(dimension.baseUnit());
  }

  /// {@return the shortest decimal that means the double: without an exponent between 0.001 and ten million}
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e7)) {
      String text = Double.toString(value).replace(".0E", "E");
      return text.replace('E', 'e');
    }
    String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return value == 0 ? "0" : plain;
  }
}

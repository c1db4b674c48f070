package org.eimodel.compiler.units;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// What a quantity measures: the exponents of its base units, as fractions.
///
/// *Units*: a quantity of this dimension is held in memory in
/// `ms^time mV^voltage pA^current um^length amol^amount K^temperature`. Conductance is then in nS, capacitance in pF,
/// resistance in GOhm, charge in fC, concentration in mM and a rate in 1/ms, all without a factor.
///
/// The exponents are fractions because noise is: the derivative of a Wiener process has `ms^-0.5`.
public record Dimension(
    Rational time,
    Rational voltage,
    Rational current,
    Rational length,
    Rational amount,
    Rational temperature) {
  public static final Dimension NONE = base(0, 0, 0, 0, 0, 0);
  public static final Dimension TIME = base(1, 0, 0, 0, 0, 0);
  public static final Dimension VOLTAGE = base(0, 1, 0, 0, 0, 0);
  public static final Dimension CURRENT = base(0, 0, 1, 0, 0, 0);
  public static final Dimension LENGTH = base(0, 0, 0, 1, 0, 0);
  public static final Dimension AMOUNT = base(0, 0, 0, 0, 1, 0);
  public static final Dimension TEMPERATURE = base(0, 0, 0, 0, 0, 1);

  public static final Dimension RATE = NONE.dividedBy(TIME);
  public static final Dimension CONDUCTANCE = CURRENT.dividedBy(VOLTAGE);
  public static final Dimension RESISTANCE = VOLTAGE.dividedBy(CURRENT);
  public static final Dimension CAPACITANCE = CONDUCTANCE.times(TIME);
  public static final Dimension CHARGE = CURRENT.times(TIME);
  public static final Dimension POWER = VOLTAGE.times(CURRENT);
  public static final Dimension ENERGY = POWER.times(TIME);
  public static final Dimension VOLUME = LENGTH.power(Rational.of(3));
  public static final Dimension CONCENTRATION = AMOUNT.dividedBy(VOLUME);

  public Dimension times(Dimension other) {
    return combine(other, Rational::plus);
  }

  public Dimension dividedBy(Dimension other) {
    return combine(other, Rational::minus);
  }

  public Dimension power(Rational exponent) {
    return map(own -> own.times(exponent));
  }

  public Dimension power(long exponent) {
    return power(Rational.of(exponent));
  }

  public Dimension inverse() {
    return power(-1);
  }

  public Dimension sqrt() {
    return power(Rational.HALF);
  }

  public boolean isDimensionless() {
    return equals(NONE);
  }

  /// {@return the unit in which quantities of this dimension lie in memory: a factor of one}
  public Unit baseUnit() {
    return new Unit(toString(), this, Rational.ZERO);
  }

  /// {@return the dimension as the unit it has in memory, in the field's words: `mV/ms`, `nS`, `pA/um^2`, `ms^-0.5`;
  /// `1` when there is none}
  @Override
  public String toString() {
    return DimensionText.of(this);
  }

  /// {@return the same as {@link #toString}, in brackets where the language needs them: `mV`, but `[mV/ms]`}
  public String inSource() {
    return baseUnit().inSource();
  }

  private Dimension combine(Dimension other, BinaryOperator<Rational> operator) {
    return new Dimension(
        operator.apply(time, other.time),
        operator.apply(voltage, other.voltage),
        operator.apply(current, other.current),
        operator.apply(length, other.length),
        operator.apply(amount, other.amount),
        operator.apply(temperature, other.temperature));
  }

  private Dimension map(UnaryOperator<Rational> operator) {
    return new Dimension(
        operator.apply(time),
        operator.apply(voltage),
        operator.apply(current),
        operator.apply(length),
        operator.apply(amount),
        operator.apply(temperature));
  }

  private static Dimension base(
      int time, int voltage, int current, int length, int amount, int temperature) {
    return new Dimension(
        Rational.of(time),
        Rational.of(voltage),
        Rational.of(current),
        Rational.of(length),
        Rational.of(amount),
        Rational.of(temperature));
  }
}

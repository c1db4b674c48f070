package org.eimodel.compiler.units;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives the unit that a name, a product of factors or a text means.
///
/// *Errors*: a unit that does not exist is a {@link UnitLookup.Unknown} with suggestions, never an exception.
public final class Units {
  private Units() {}

  /// {@return the unit of a simple name such as `mV`, `kHz` or `MOhm`}
  public static UnitLookup named(String name) {
    Optional<Unit> unit = UnitNames.find(name);
    return unit.isPresent() ? new UnitLookup.Found(unit.get()) : ForeignUnits.unknown(name);
  }

  /// {@return the product of the factors; no factors, or factors called `1`, are the plain number}
  ///
  /// The first unknown factor is the one reported.
  public static UnitLookup resolve(List<UnitFactor> factors) {
    Dimension dimension = Dimension.NONE;
    Rational decade = Rational.ZERO;
    for (UnitFactor factor : factors) {
      if (factor.name().equals("1")) {
        continue;
      }
      switch (named(factor.name())) {
        case UnitLookup.Found(Unit unit) -> {
          dimension = dimension.times(unit.dimension().power(factor.exponent()));
          decade = decade.plus(unit.decade().times(factor.exponent()));
        }
        case UnitLookup.Unknown unknown -> {
          return unknown;
        }
      }
    }
    return new UnitLookup.Found(new Unit(UnitText.symbol(factors), dimension, decade));
  }

  /// {@return the unit that a text means, with or without brackets: `mV`, `uF/cm^2`, `[ms^-0.5]`, `1/ms`, `1`}
  ///
  /// For units that come from outside a model file, such as those of the programming interface; the units of a model
  /// file are parsed with it and go to {@link #resolve}.
  public static UnitLookup parse(String text) {
    return UnitText.factors(text)
        .map(Units::resolve)
        .orElseGet(() ->
            new UnitLookup.Unknown(
                text,
                "`" + text + "` is not a unit",
                List.of(),
                Optional.of("a unit is written as in mV, mm/ms, uF/cm^2 or ms^-0.5")));
  }

  /// {@return a value in base units, expressed in the given unit}
  public static double convert(double base, Unit unit) {
    return unit.fromBase(base);
  }

  /// {@return every simple unit name, everyday ones first}
  public static Set<String> names() {
    return UnitNames.all();
  }
}

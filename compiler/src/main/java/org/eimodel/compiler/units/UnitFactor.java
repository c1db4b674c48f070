package org.eimodel.compiler.units;

/// One factor of a unit as written: `cm^-2` in `[uF/cm^2]` is `("cm", -2)`.
public record UnitFactor(String name, Rational exponent) {
  /// {@return a factor with exponent one}
  public static UnitFactor of(String name) {
    return new UnitFactor(name, Rational.ONE);
  }

  public static UnitFactor of(String name, long exponent) {
    return new UnitFactor(name, Rational.of(exponent));
  }
}

package org.eimodel.syntax;

import java.util.List;

/// A unit as written after a number or a colon: `ms`, or in brackets `[uF/cm^2]`.
///
/// @param factors the product; an empty list is the unit `1`, as in a plain number
public record UnitSyntax(List<Factor> factors, Span span) {

  /// One factor. The exponent is the fraction `numerator / denominator`; a factor after `/` has a negative numerator.
  public record Factor(String name, int numerator, int denominator, Span span) {}

  public UnitSyntax {
    factors = List.copyOf(factors);
  }
}

package org.eimodel.compiler.units;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Prints a dimension as a person of the field would write its unit.
///
/// At most one named unit (`nS`, `pF`, ...) takes the place of base units, once, above or below the line; the shortest
/// reading wins, and of two equally short ones the plainer (`mV/ms` rather than `pA/pF`, `nS` rather than `1/GOhm`).
final class DimensionText {
  private record Named(String symbol, Dimension dimension) {}

  /// Power and energy are left out on purpose: `mV*pA` in a message shows the mistake, `fW` hides it.
  private static final List<Named> NAMED =
      List.of(
          new Named("nS", Dimension.CONDUCTANCE),
          new Named("pF", Dimension.CAPACITANCE),
          new Named("GOhm", Dimension.RESISTANCE),
          new Named("mM", Dimension.CONCENTRATION),
          new Named("fC", Dimension.CHARGE));

  private DimensionText() {}

  static String of(Dimension dimension) {
    Stream<List<UnitFactor>> readings =
        Stream.of(Rational.ONE, Rational.of(-1))
            .flatMap(exponent -> NAMED.stream().map(named -> reading(dimension, named, exponent)));
    // The first of equals wins: base units alone, then a named unit above the line, then one below.
    return Stream.concat(Stream.of(base(dimension)), readings)
        .min(Comparator.comparing(DimensionText::length))
        .map(UnitText::symbol)
        .orElseThrow();
  }

  private static List<UnitFactor> reading(Dimension dimension, Named named, Rational exponent) {
    List<UnitFactor> factors = new ArrayList<>();
    factors.add(new UnitFactor(named.symbol(), exponent));
    factors.addAll(base(dimension.dividedBy(named.dimension().power(exponent))));
    return factors;
  }

  /// The order is that of the spoken unit: what is measured, then per area, then per time.
  private static List<UnitFactor> base(Dimension dimension) {
    return Stream.of(
            new UnitFactor("mV", dimension.voltage()),
            new UnitFactor("pA", dimension.current()),
            new UnitFactor("amol", dimension.amount()),
            new UnitFactor("K", dimension.temperature()),
            new UnitFactor("um", dimension.length()),
            new UnitFactor("ms", dimension.time()))
        .filter(factor -> !factor.exponent().isZero())
        .toList();
  }

  private static Rational length(List<UnitFactor> factors) {
    return factors.stream()
        .map(factor -> factor.exponent().abs())
        .reduce(Rational.ZERO, Rational::plus);
  }
}

package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Rational;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.UnitFactor;
import org.eimodel.compiler.units.UnitLookup;
import org.eimodel.compiler.units.Units;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;
import org.eimodel.syntax.UnitSyntax;

/// Units as written, to units with a scale and a dimension.
final class UnitChecker {
  private final Report report;

  UnitChecker(Report report) {
    this.report = report;
  }

  /// {@return the unit; empty after an error}
  Optional<Unit> unit(UnitSyntax syntax) {
    List<UnitFactor> factors = syntax.factors().stream().map(UnitChecker::factor).toList();
    return switch (Units.resolve(factors)) {
      case UnitLookup.Found(Unit unit) -> Optional.of(unit);
      case UnitLookup.Unknown unknown -> {
        Span place =
            syntax.factors().stream()
                .filter(factor -> factor.name().equals(unknown.name()))
                .map(UnitSyntax.Factor::span)
                .findFirst()
                .orElse(syntax.span());
        Diagnostic diagnostic = Diagnostic.error(Codes.UNKNOWN_UNIT, place, unknown.message());
        report.add(unknown.help().map(diagnostic::withHelp).orElse(diagnostic));
        yield Optional.empty();
      }
    };
  }

  /// {@return the dimension; empty after an error}
  Optional<Dimension> dimension(UnitSyntax syntax) {
    return unit(syntax).map(Unit::dimension);
  }

  private static UnitFactor factor(UnitSyntax.Factor factor) {
    return new UnitFactor(factor.name(), Rational.of(factor.numerator(), factor.denominator()));
  }
}

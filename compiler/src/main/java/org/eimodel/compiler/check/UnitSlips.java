package org.eimodel.compiler.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.UnitLookup;
import org.eimodel.compiler.units.Units;

/// Finds a unit whose letters are right and whose capitals are not, where that explains a wrong dimension: `20 mS` for `20 ms`.
final class UnitSlips {
  private UnitSlips() {}

  /// {@return what was meant, perhaps}
  ///
  /// @param formula of another dimension than expected
  static Optional<String> help(Formula formula, Dimension expected) {
    Dimension wrong = formula.dimension().dividedBy(expected);
    return literals(formula).flatMap(literal -> meant(literal, wrong)).findFirst();
  }

  private static Stream<Formula.Literal> literals(Formula formula) {
    return formula instanceof Formula.Literal literal
        ? Stream.of(literal)
        : formula.parts().stream().flatMap(UnitSlips::literals);
  }

  /// @param wrong what the formula has too much of: the literal is a factor, above or below the line
  private static Stream<String> meant(Formula.Literal literal, Dimension wrong) {
    String text = literal.span().text();
    String unit = unit(literal);
    return Units.names().stream()
        .filter(other -> other.equalsIgnoreCase(unit) && !other.equals(unit))
        .filter(
            other ->
                Units.named(other) instanceof UnitLookup.Found(var found)
                    && explains(literal.dimension().dividedBy(found.dimension()), wrong))
        .map(
            other ->
                "did you mean `"
                    + text.substring(0, text.length() - unit.length())
                    + other
                    + "`? `"
                    + unit
                    + "` is another unit: capitals count");
  }

  private static boolean explains(Dimension change, Dimension wrong) {
    return change.equals(wrong) || change.inverse().equals(wrong);
  }

  /// {@return the unit of a literal as the model writes it; empty for a plain number}
  static String unit(Formula.Literal literal) {
    return literal.dimension().isDimensionless()
        ? ""
        : literal.span().text().replaceFirst("^[0-9.eE+-]+\\s*", "");
  }
}

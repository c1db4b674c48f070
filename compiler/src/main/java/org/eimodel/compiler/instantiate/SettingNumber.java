package org.eimodel.compiler.instantiate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.UnitLookup;
import org.eimodel.compiler.units.Units;
import org.eimodel.syntax.Diagnostic;

/// The value of a setting, `0.12 mV`, to a number in base units.
final class SettingNumber {
  private static final Pattern QUANTITY =
      Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(.*?)\\s*");

  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("\\s*([+-]?\\d*),(\\d+(?:[eE][+-]?\\d+)?\\s*(?:[^\\d\\s,.][^,]*)?)");

  private final WrittenSetting written;
  private final ValueType type;

  private SettingNumber(WrittenSetting written, ValueType type) {
    this.written = written;
    this.type = type;
  }

  /// {@return the number; empty, with the reason in the report, when it is none of that type}
  static OptionalDouble read(WrittenSetting written, ValueType type, Report report) {
    return new SettingNumber(written, type).read(report);
  }

  private OptionalDouble read(Report report) {
    String text = written.value().text();
    Matcher quantity = QUANTITY.matcher(text);
    Matcher comma = DECIMAL_COMMA.matcher(text);
    if (comma.matches()) {
      report.add(
          error(Codes.BAD_NUMBER, "`" + text + "` is not a number")
              .withHelp("write a point before the decimals: " + comma.group(1) + "." + comma.group(2)));
      return OptionalDouble.empty();
    }
    if (!quantity.matches() || quantity.group(2).startsWith(",")) {
      report.add(
          error(Codes.BAD_NUMBER, "`" + text + "` is not a number")
              .withHelp("write a number and its unit, as in 0.12 mV"));
      return OptionalDouble.empty();
    }
    return read(quantity.group(1), quantity.group(2), report);
  }

  private OptionalDouble read(String digits, String symbol, Report report) {
    switch (symbol.isEmpty() ? new UnitLookup.Found(Unit.ONE) : Units.parse(symbol)) {
      case UnitLookup.Found(Unit unit) -> {
        double value = unit.toBase(digits);
        if (!Double.isFinite(value)) {
          report.add(error(Codes.BAD_NUMBER, "`" + digits + "` is too large for a number"));
        } else if (fits(unit)) {
          return OptionalDouble.of(value);
        } else {
          report.add(wrongDimension(digits, symbol, unit));
        }
      }
      case UnitLookup.Unknown unknown ->
          report.add(helped(error(Codes.UNKNOWN_UNIT, unknown.message()), unknown.help()));
    }
    return OptionalDouble.empty();
  }

  private boolean fits(Unit unit) {
    return type.equals(ValueType.UNKNOWN) || type.equals(new ValueType.Real(unit.dimension()));
  }

  private Diagnostic wrongDimension(String digits, String symbol, Unit unit) {
    ValueType found = new ValueType.Real(unit.dimension());
    Diagnostic diagnostic =
        error(
            Codes.VALUE_DIMENSION,
            "`" + written.name().text() + "` must be " + type + ", but this is "
                + (unit.dimension().isDimensionless() ? found : unit));
    return type instanceof ValueType.Real(Dimension expected)
        ? helped(diagnostic, meant(digits, symbol, expected))
        : diagnostic;
  }

  /// {@return what to write for a number that lacks its unit, or has one too many, or capitals that are not right}
  private static Optional<String> meant(String digits, String symbol, Dimension expected) {
    if (symbol.isEmpty()) {
      return Optional.of("write the unit after the number: " + digits + " " + expected.inSource());
    }
    if (expected.isDimensionless()) {
      return Optional.of("write the number without a unit: " + digits);
    }
    return Units.names().stream()
        .filter(other -> other.equalsIgnoreCase(symbol))
        .filter(other -> Units.named(other).found().stream().anyMatch(unit -> unit.dimension().equals(expected)))
        .map(other ->
            "did you mean `" + digits + " " + other + "`? `" + symbol + "` is another unit: capitals count")
        .findFirst();
  }

  private Diagnostic error(String code, String message) {
    return Diagnostic.error(code, written.value(), message);
  }

  private static Diagnostic helped(Diagnostic diagnostic, Optional<String> help) {
    return help.map(diagnostic::withHelp).orElse(diagnostic);
  }
}

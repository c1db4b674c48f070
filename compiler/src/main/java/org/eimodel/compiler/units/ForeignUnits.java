package org.eimodel.compiler.units;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.text.Suggestions;

/// What somebody may have meant by a unit that the language does not have.
///
/// Knows units written out (`millivolt`, `seconds`), the names of other simulators (`mvolt`, `nsiemens`, `usecond`),
/// wrong case (`mv`, `hz`), and units that are left out on purpose.
final class ForeignUnits {
  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("volt", "V"),
          Map.entry("amp", "A"),
          Map.entry("ampere", "A"),
          Map.entry("siemens", "S"),
          Map.entry("mho", "S"),
          Map.entry("farad", "F"),
          Map.entry("ohm", "Ohm"),
          Map.entry("hertz", "Hz"),
          Map.entry("second", "s"),
          Map.entry("sec", "s"),
          Map.entry("metre", "m"),
          Map.entry("meter", "m"),
          Map.entry("molar", "M"),
          Map.entry("mole", "mol"),
          Map.entry("coulomb", "C"),
          Map.entry("kelvin", "K"),
          Map.entry("joule", "J"),
          Map.entry("watt", "W"),
          Map.entry("liter", "L"),
          Map.entry("litre", "L"));

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("", ""),
          Map.entry("atto", "a"),
          Map.entry("femto", "f"),
          Map.entry("pico", "p"),
          Map.entry("nano", "n"),
          Map.entry("micro", "u"),
          Map.entry("milli", "m"),
          Map.entry("centi", "c"),
          Map.entry("deci", "d"),
          Map.entry("kilo", "k"),
          Map.entry("mega", "M"),
          Map.entry("giga", "G"));

  private static final String SECONDS = "time is written in s or ms: 1 min is 60 s, 1 h is 3600 s";
  private static final String KELVIN =
      "temperature is written in K: add 273.15, so that 6.3 degC is 279.45 K";

  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("min", SECONDS),
          Map.entry("minute", SECONDS),
          Map.entry("minutes", SECONDS),
          Map.entry("h", SECONDS),
          Map.entry("hour", SECONDS),
          Map.entry("hours", SECONDS),
          Map.entry("degC", KELVIN),
          Map.entry("degc", KELVIN),
          Map.entry("celsius", KELVIN),
          Map.entry("Celsius", KELVIN),
          Map.entry("°C", KELVIN),
          Map.entry("C°", KELVIN),
          Map.entry("%", "a share is a plain number: 5 % is 0.05"),
          Map.entry("percent", "a share is a plain number: 5 % is 0.05"));

  private ForeignUnits() {}

  static UnitLookup.Unknown unknown(String name) {
    String message = "unknown unit `" + name + "`";
    if (LEFT_OUT.containsKey(name)) {
      return new UnitLookup.Unknown(name, message, List.of(), Optional.of(LEFT_OUT.get(name)));
    }
    List<String> suggestions = suggestions(name);
    return new UnitLookup.Unknown(name, message, suggestions, Suggestions.question(suggestions));
  }

  private static List<String> suggestions(String name) {
    Optional<String> written = writtenOut(name);
    if (written.isPresent()) {
      return List.of(written.get());
    }
    Set<String> found = new LinkedHashSet<>();
    for (String known : UnitNames.all()) {
      if (known.equalsIgnoreCase(name)) {
        found.add(known);
      }
    }
    if (found.isEmpty()) {
      found.addAll(Suggestions.nearest(name, UnitNames.all()));
    }
    return new ArrayList<>(found).subList(0, Math.min(3, found.size()));
  }

  private static Optional<String> writtenOut(String name) {
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
      for (String start : List.of(prefix.getKey(), prefix.getValue())) {
        if (name.startsWith(start)) {
          Optional<String> unit =
              unprefixed(name.substring(start.length())).map(root -> prefix.getValue() + root);
          if (unit.flatMap(UnitNames::find).isPresent()) {
            return unit;
          }
        }
      }
    }
    // `Millivolt`, `MSEC`: only now, because case tells `Mohm` from `mohm`.
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(name) ? Optional.empty() : writtenOut(lower);
  }

  private static Optional<String> unprefixed(String root) {
    String singular =
        root.endsWith("s") && !root.equals("siemens") ? root.substring(0, root.length() - 1) : root;
    return Optional.ofNullable(WRITTEN_OUT.get(singular));
  }
}

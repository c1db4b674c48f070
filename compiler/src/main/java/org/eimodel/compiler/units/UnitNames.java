package org.eimodel.compiler.units;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The simple unit names of the language: the everyday ones first, then every base name with its prefixes.
final class UnitNames {
  /// @param decade of the unprefixed unit in base units
  private record Root(String name, Dimension dimension, int decade, String prefixes) {}

  /// Only prefixes that a model might use: the fewer names, the better the suggestions, and `MS` is a typing error.
  private static final String SMALL = "afpnum";

  private static final String COMMON = SMALL + "kMG";

  private static final Root[] ROOTS = {
    new Root("s", Dimension.TIME, 3, "fpnum"),
    new Root("V", Dimension.VOLTAGE, 3, COMMON),
    new Root("A", Dimension.CURRENT, 12, COMMON),
    new Root("S", Dimension.CONDUCTANCE, 9, SMALL),
    new Root("F", Dimension.CAPACITANCE, 12, SMALL),
    new Root("Ohm", Dimension.RESISTANCE, -9, COMMON),
    new Root("ohm", Dimension.RESISTANCE, -9, COMMON),
    new Root("Ω", Dimension.RESISTANCE, -9, COMMON),
    new Root("Hz", Dimension.RATE, -3, "numkMG"),
    new Root("m", Dimension.LENGTH, 6, "fpnumcdkMG"),
    new Root("M", Dimension.CONCENTRATION, 3, SMALL),
    new Root("mol", Dimension.AMOUNT, 18, SMALL),
    new Root("C", Dimension.CHARGE, 15, SMALL),
    new Root("K", Dimension.TEMPERATURE, 0, "numk"),
    new Root("J", Dimension.ENERGY, 18, COMMON),
    new Root("W", Dimension.POWER, 15, COMMON),
    new Root("L", Dimension.VOLUME, 15, SMALL + "cd"),
  };

  /// In the order in which they are suggested.
  private static final String[] EVERYDAY = {
    "mV", "ms", "nS", "pA", "pF", "Hz", "s", "um", "nA", "uS", "mM", "MOhm", "mm", "V", "kHz", "nF",
    "uF", "mS", "cm", "uA", "GOhm", "uM", "A", "S", "F", "m", "M", "K", "mA", "Ohm", "kOhm", "us",
    "uV", "nM", "mol", "C"
  };

  private static final Map<String, Unit> BY_NAME = table();

  private UnitNames() {}

  static Optional<Unit> find(String name) {
    return Optional.ofNullable(BY_NAME.get(spelling(name)));
  }

  /// {@return every name, everyday units first}
  static Set<String> all() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  /// Micro sign and Greek mu both mean micro; the Ohm sign and the Greek omega both mean Ohm.
  private static String spelling(String name) {
    return name.replace('\u00b5', 'u').replace('\u03bc', 'u').replace('\u2126', '\u03a9');
  }

  private static Map<String, Unit> table() {
    Map<String, Unit> units = new LinkedHashMap<>();
    for (Root root : ROOTS) {
      add(units, root.name(), root.dimension(), root.decade());
      root.prefixes()
          .chars()
          .forEach(prefix ->
              add(
                  units,
                  (char) prefix + root.name(),
                  root.dimension(),
                  root.decade() + decade((char) prefix)));
    }
    Map<String, Unit> ordered = new LinkedHashMap<>();
    for (String name : EVERYDAY) {
      ordered.put(name, units.get(name));
    }
    units.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private static void add(Map<String, Unit> units, String name, Dimension dimension, int decade) {
    if (units.put(name, new Unit(name, dimension, Rational.of(decade))) != null) {
      throw new AssertionError(name + " has two meanings");
    }
  }

  private static int decade(char prefix) {
    return switch (prefix) {
      case 'a' -> -18;
      case 'f' -> -15;
      case 'p' -> -12;
      case 'n' -> -9;
      case 'u' -> -6;
      case 'm' -> -3;
      case 'c' -> -2;
      case 'd' -> -1;
      case 'k' -> 3;
      case 'M' -> 6;
      case 'G' -> 9;
      default -> throw new AssertionError("no such prefix: " + prefix);
    };
  }
}

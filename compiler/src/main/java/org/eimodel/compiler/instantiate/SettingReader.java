package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.PoissonFamily;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.UnitLookup;
import org.eimodel.compiler.units.Units;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.Span;

/// Settings as text, `EE.w` and `0.12 mV`, to numbers in base units.
final class SettingReader {
  private static final Pattern QUANTITY =
      Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(.*?)\\s*");

  private final Report report;
  private final Map<String, Double> values = new HashMap<>();

  private SettingReader(Report report) {
    this.report = report;
  }

  /// {@return the number of each setting that is right; what is wrong goes to the report}
  static Map<String, Double> read(Map<String, String> settings, TypedModel model, Report report) {
    Map<String, ValueType> known = settable(model);
    SettingReader reader = new SettingReader(report);
    settings.forEach((name, text) -> reader.read(name, text, known));
    return reader.values;
  }

  /// {@return a quantity given outside the model, as `500 ms` for the duration}
  static OptionalDouble quantity(String name, String text, Dimension dimension, Report report) {
    SettingReader reader = new SettingReader(report);
    reader.read(name, text, Map.of(name, new ValueType.Real(dimension)));
    return reader.values.containsKey(name) ? OptionalDouble.of(reader.values.get(name)) : OptionalDouble.empty();
  }

  private static Map<String, ValueType> settable(TypedModel model) {
    Map<String, ValueType> known = new HashMap<>();
    for (Symbol.Global global : model.globals()) {
      if (global.settable()) {
        known.put(global.name(), global.type());
      }
    }
    for (PopulationFamily family : model.populations()) {
      family.template().parameters().forEach(p -> known.put(family.name() + "." + p.name(), p.type()));
    }
    for (ProjectionFamily family : model.projections()) {
      synapse(family, known);
      known.put(family.name() + ".delay", new ValueType.Real(Dimension.TIME));
    }
    for (PoissonFamily family : model.poisson()) {
      if (family.named()) {
        synapse(family, known);
        known.put(family.name() + ".rate", new ValueType.Real(Dimension.NONE.dividedBy(Dimension.TIME)));
      }
    }
    return known;
  }

  private static void synapse(Afferent afferent, Map<String, ValueType> known) {
    afferent.synapse().parameters().forEach(p -> known.put(afferent.name() + "." + p.name(), p.type()));
    afferent.synapse().weight().ifPresent(w -> known.put(afferent.name() + "." + w.name(), w.type()));
  }

  private void read(String name, String text, Map<String, ValueType> known) {
    SourceText source = new SourceText("setting", name + " = " + text);
    Span nameSpan = new Span(source, 0, name.length());
    Span valueSpan = new Span(source, name.length() + 3, source.text().length());
    ValueType type = known.get(name);
    if (type == null) {
      Set<String> names = new LinkedHashSet<>(known.keySet());
      Diagnostic diagnostic =
          Diagnostic.error(Codes.UNKNOWN_SETTING, nameSpan, "the model has no parameter `" + name + "` to set");
      List<String> sorted = new ArrayList<>(new java.util.TreeSet<>(names));
      Optional<String> help = Suggestions.help(name, names);
      report.add(
          diagnostic.withHelp(
              help.orElse(sorted.isEmpty() ? "it has no parameters" : "it has " + String.join(", ", sorted))));
      return;
    }
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      report.add(
          Diagnostic.error(Codes.BAD_NUMBER, valueSpan, "`" + text + "` is not a number")
              .withHelp("write a number and its unit, as in 0.12 mV"));
      return;
    }
    switch (matcher.group(2).isEmpty() ? new UnitLookup.Found(Unit.ONE) : Units.parse(matcher.group(2))) {
      case UnitLookup.Found(Unit unit) -> {
        ValueType found = new ValueType.Real(unit.dimension());
        if (type.equals(found) || type.equals(ValueType.UNKNOWN)) {
          values.put(name, unit.toBase(matcher.group(1)));
        } else {
          report.add(
              Diagnostic.error(
                  Codes.VALUE_DIMENSION, valueSpan, "`" + name + "` must be " + type + ", but this is " + found));
        }
      }
      case UnitLookup.Unknown unknown -> {
        Diagnostic diagnostic = Diagnostic.error(Codes.UNKNOWN_UNIT, valueSpan, unknown.message());
        report.add(unknown.help().map(diagnostic::withHelp).orElse(diagnostic));
      }
    }
  }
}

package org.eimodel.compiler.instantiate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.eimodel.syntax.Diagnostic;

/// Settings as text, `EE.w` and `0.12 mV`, to numbers in base units.
final class SettingReader {
  /// Everything that can be set.
  private final Map<String, ValueType> known = new HashMap<>();

  /// The template that each population, projection and named Poisson drive uses.
  private final Map<String, String> templates = new HashMap<>();

  private final Spelling spelling;
  private final Report report;

  private SettingReader(Spelling spelling, Report report) {
    this.spelling = spelling;
    this.report = report;
  }

  /// {@return the number of each setting that is right; what is wrong goes to the report}
  static Map<String, Double> read(Settings settings, TypedModel model, Report report) {
    SettingReader reader = new SettingReader(settings.spelling(), report);
    reader.collect(model);
    Map<String, Double> values = new HashMap<>();
    settings.values()
        .forEach((name, text) -> reader.parameter(name, text).ifPresent(value -> values.put(name, value)));
    return values;
  }

  /// {@return a time given outside the model, as `500 ms` for the duration}
  static OptionalDouble time(WrittenSetting written, Report report) {
    return SettingNumber.read(written, new ValueType.Real(Dimension.TIME), report);
  }

  private void collect(TypedModel model) {
    for (Symbol.Global global : model.globals()) {
      if (global.settable()) {
        known.put(global.name(), global.type());
      }
    }
    for (PopulationFamily family : model.populations()) {
      templates.put(family.name(), family.template().name());
      family.template().parameters().forEach(p -> known.put(family.name() + "." + p.name(), p.type()));
    }
    for (ProjectionFamily family : model.projections()) {
      collect(family);
      known.put(family.name() + ".delay", new ValueType.Real(Dimension.TIME));
    }
    for (PoissonFamily family : model.poisson()) {
      if (family.named()) {
        collect(family);
        known.put(family.name() + ".rate", new ValueType.Real(Dimension.NONE.dividedBy(Dimension.TIME)));
      }
    }
  }

  private void collect(Afferent afferent) {
    templates.put(afferent.name(), afferent.synapse().name());
    afferent.synapse().parameters().forEach(p -> known.put(afferent.name() + "." + p.name(), p.type()));
    afferent.synapse().weight().ifPresent(w -> known.put(afferent.name() + "." + w.name(), w.type()));
  }

  private OptionalDouble parameter(String name, String text) {
    WrittenSetting written = spelling.parameter(name, text);
    ValueType type = known.get(name);
    if (type == null) {
      report.add(
          Diagnostic.error(
                  Codes.UNKNOWN_SETTING, written.name(), "the model has no parameter `" + name + "` to set")
              .withHelp(helpForUnknown(name, text)));
      return OptionalDouble.empty();
    }
    return SettingNumber.read(written, type, report);
  }

  private String helpForUnknown(String name, String text) {
    String instead = spelling.instead(name, text);
    if (!instead.isEmpty()) {
      return "`" + name + "` is no parameter: it is set with " + instead;
    }
    List<String> names = known.keySet().stream().sorted().toList();
    return ofTemplate(name)
        .or(() -> Suggestions.help(name, names))
        .orElse(names.isEmpty() ? "it has no parameters" : "it has " + String.join(", ", names));
  }

  /// {@return help for a parameter that was named as in its template: `tau` or `LIF.tau` for `E.tau`}
  private Optional<String> ofTemplate(String name) {
    int dot = name.lastIndexOf('.');
    List<String> users =
        templates.entrySet().stream()
            .filter(user -> dot < 0 || user.getValue().equals(name.substring(0, dot)))
            .map(user -> user.getKey() + "." + name.substring(dot + 1))
            .filter(known::containsKey)
            .sorted()
            .toList();
    return users.isEmpty()
        ? Optional.empty()
        : Optional.of("what a template declares is set where it is used: " + String.join(", ", users));
  }
}

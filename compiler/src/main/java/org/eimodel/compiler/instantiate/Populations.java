package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Every population of a network, by declaration, then by index.
final class Populations {
  private final Globals globals;
  private final Report report;
  private final List<PopulationInstance> all = new ArrayList<>();
  private final Map<PopulationFamily, List<PopulationInstance>> byFamily = new LinkedHashMap<>();

  Populations(List<PopulationFamily> families, Globals globals, Report report) {
    this.globals = globals;
    this.report = report;
    for (PopulationFamily family : families) {
      byFamily.put(family, new ArrayList<>());
      Combinations.of(family.binders())
          .forEach(
              labels -> {
                PopulationInstance draft = new PopulationInstance(family, labels, 1, all.size());
                Evaluator evaluator = evaluator(draft.bindings());
                if (family.where().isEmpty() || evaluator.holds(family.where().get())) {
                  int size = size(family, evaluator.value(family.size()), draft);
                  add(new PopulationInstance(family, labels, size, all.size()));
                }
              });
    }
  }

  private void add(PopulationInstance instance) {
    all.add(instance);
    byFamily.get(instance.family()).add(instance);
  }

  private int size(PopulationFamily family, double size, PopulationInstance draft) {
    if (size >= 1 && size <= Integer.MAX_VALUE && size == Math.rint(size)) {
      return (int) size;
    }
    String help =
        size >= 1 && size <= Integer.MAX_VALUE ? "round it, as in round(" + family.size().span().text() + ")" : "it must be at least 1";
    report.add(
        Diagnostic.error(
                Codes.BAD_NUMBER, family.size().span(), "population `" + draft.name() + "` cannot have " + Numbers.text(size) + " neurons")
            .withHelp(help));
    return 1;
  }

  List<PopulationInstance> all() {
    return all;
  }

  List<PopulationInstance> of(PopulationFamily family) {
    return byFamily.get(family);
  }

  /// {@return an evaluator that knows the file's parameters, these symbols, and the sizes of populations}
  Evaluator evaluator(Map<Symbol, Double> bindings) {
    return new Evaluator(
        symbol -> bindings.containsKey(symbol) ? bindings.get(symbol) : globals.value(symbol),
        (reference, labels) -> find(reference.population(), labels).map(PopulationInstance::size).orElse(0));
  }

  Optional<PopulationInstance> find(PopulationFamily family, int[] labels) {
    for (PopulationInstance instance : byFamily.getOrDefault(family, List.of())) {
      if (Arrays.equals(instance.labels(), labels)) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }

  /// {@return the populations that a reference means; says so when one does not exist}
  List<PopulationInstance> resolve(PopulationReference reference, Evaluator evaluator) {
    if (reference.labels().isEmpty()) {
      return of(reference.population());
    }
    int[] labels = evaluator.labels(reference.labels());
    Optional<PopulationInstance> found = find(reference.population(), labels);
    if (found.isEmpty()) {
      missing(reference, labels, reference.span());
    }
    return found.map(List::of).orElse(List.of());
  }

  private void missing(PopulationReference reference, int[] labels, Span span) {
    PopulationInstance absent = new PopulationInstance(reference.population(), labels, 1, 0);
    report.add(
        Diagnostic.error(Codes.UNKNOWN_LABEL, span, "there is no population " + absent.name())
            .withNote(reference.population().span(), "its condition leaves it out"));
  }

  /// {@return the number of a formula that must be whole, within the limits}
  static Optional<Long> whole(double value, Formula source, long low, long high, String what, Report report) {
    if (value == Math.rint(value) && value >= low && value <= high) {
      return Optional.of((long) value);
    }
    boolean inside = value >= low && value <= high;
    Diagnostic diagnostic =
        Diagnostic.error(Codes.BAD_NUMBER, source.span(), what + " cannot be " + Numbers.text(value));
    report.add(
        diagnostic.withHelp(
            inside ? "round it, as in round(" + source.span().text() + ")" : "it must be between " + low + " and " + high));
    return Optional.empty();
  }
}

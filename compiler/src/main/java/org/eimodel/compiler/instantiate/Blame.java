package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eimodel.compiler.lower.LoweredModel;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Span;

/// Finds the settings behind mistakes that come to light in the model: `--set p=2` where a probability is `p`.
///
/// A setting is behind a mistake that is not there without it. The diagnostic then points at the setting, and the place
/// in the model becomes a note.
final class Blame {
  private Blame() {}

  /// What makes a mistake the same one with other settings.
  private record Mistake(String code, Span span) {
    static Set<Mistake> of(List<Diagnostic> diagnostics) {
      return diagnostics.stream()
          .map(diagnostic -> new Mistake(diagnostic.code(), diagnostic.span()))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  /// {@return the diagnostics, those that settings are behind at their settings}
  static List<Diagnostic> assign(List<Diagnostic> diagnostics, LoweredModel lowered, Settings settings) {
    if (diagnostics.stream().noneMatch(Blame::isOpen)) {
      return diagnostics;
    }
    Map<Span, Set<Mistake>> without = new LinkedHashMap<>();
    withoutEach(settings)
        .forEach((place, fewer) ->
            without.put(place, Mistake.of(Instantiation.attempt(lowered, fewer).diagnostics())));
    return diagnostics.stream()
        .map(diagnostic -> isOpen(diagnostic) ? assign(diagnostic, without) : diagnostic)
        .toList();
  }

  private static boolean isOpen(Diagnostic diagnostic) {
    return diagnostic.isError() && diagnostic.span().source().isFile();
  }

  /// {@return by the place of every setting, all the others}
  private static Map<Span, Settings> withoutEach(Settings settings) {
    Map<Span, Settings> others = new LinkedHashMap<>();
    Spelling spelling = settings.spelling();
    settings.values()
        .forEach((name, value) -> others.put(spelling.parameter(name, value).value(), settings.withoutValue(name)));
    settings.duration().ifPresent(time -> others.put(spelling.duration(time).value(), settings.withoutDuration()));
    settings.timeStep().ifPresent(time -> others.put(spelling.timeStep(time).value(), settings.withoutTimeStep()));
    return others;
  }

  private static Diagnostic assign(Diagnostic diagnostic, Map<Span, Set<Mistake>> without) {
    Mistake mistake = new Mistake(diagnostic.code(), diagnostic.span());
    List<Diagnostic.Note> notes = new ArrayList<>();
    without.forEach((place, mistakes) -> {
      if (!mistakes.contains(mistake)) {
        notes.add(new Diagnostic.Note(place, ""));
      }
    });
    if (notes.isEmpty()) {
      return diagnostic;
    }
    Span place = notes.removeFirst().span();
    notes.add(new Diagnostic.Note(diagnostic.span(), diagnostic.label()));
    notes.addAll(diagnostic.notes());
    return new Diagnostic(
        diagnostic.severity(), diagnostic.code(), diagnostic.message(), place, "", notes, diagnostic.help());
  }
}

package org.eimodel.compiler.instantiate;

import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.TypedModel;
import org.eimodel.compiler.report.Codes;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.Span;

/// A run of no steps would end at once and say that all is well. A plan of no steps is right for programs, which step as
/// often as they like; who wants a run asks here.
public final class RunLength {
  private RunLength() {}

  /// {@return the instance, or why nothing of it would be simulated}
  public static Outcome<Instance> positive(Instance instance, TypedModel model, Settings settings) {
    return instance.plan().steps() > 0
        ? Outcome.of(instance)
        : Outcome.failed(List.of(nothing(model, settings)));
  }

  private static Diagnostic nothing(TypedModel model, Settings settings) {
    Optional<String> given = settings.duration();
    if (given.isPresent()) {
      Spelling spelling = settings.spelling();
      return zero(spelling.duration(given.get()).value())
          .withHelp("as in " + spelling.duration("500 ms").text());
    }
    if (model.runs().isEmpty()) {
      Span start = new Span(model.source(), 0, Math.min(1, model.source().text().length()));
      return Diagnostic.error(Codes.NO_RUN, start, "the model does not say for how long it runs")
          .withHelp("add run 1 s with dt = 0.1 ms, or use --duration '1 s'");
    }
    return zero(model.runs().getFirst().duration().span()).withHelp("as in run 1 s with dt = 0.1 ms");
  }

  private static Diagnostic zero(Span place) {
    return Diagnostic.error(Codes.BAD_NUMBER, place, "a run of no time simulates nothing");
  }
}

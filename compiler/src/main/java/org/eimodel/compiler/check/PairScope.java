package org.eimodel.compiler.check;

import java.util.Optional;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// What a formula of a pair may mention: `source.i`, `target.size`, and parameters and lets of the two neurons.
final class PairScope {
  private PairScope() {}

  /// {@return the names around a projection, and those of its two ends}
  ///
  /// @param source empty after an error
  static Scope inside(
      Scope outer,
      Span span,
      Optional<PopulationReference> source,
      Optional<PopulationReference> target) {
    Scope pair = outer.inner();
    known(pair, "source.i", Symbol.Known.Kind.SOURCE_NEURON, span);
    known(pair, "target.i", Symbol.Known.Kind.TARGET_NEURON, span);
    known(pair, "source.size", Symbol.Known.Kind.SOURCE_SIZE, span);
    known(pair, "target.size", Symbol.Known.Kind.TARGET_SIZE, span);
    source.ifPresent(reference -> own(pair, reference.population(), true));
    target.ifPresent(reference -> own(pair, reference.population(), false));
    return pair;
  }

  private static void known(Scope scope, String name, Symbol.Known.Kind kind, Span span) {
    scope.declare(name, new Symbol.Known(name, kind, Dimension.NONE, span));
  }

  private static void own(Scope scope, PopulationFamily population, boolean source) {
    population.lets().forEach(let -> own(scope, let, source));
    population.template().parameters().forEach(parameter -> own(scope, parameter, source));
  }

  private static void own(Scope scope, Symbol symbol, boolean source) {
    String name = (source ? "source." : "target.") + symbol.name();
    if (!scope.knows(name)) {
      scope.declare(new Symbol.EndValue(name, source, symbol, symbol.span()));
    }
  }
}

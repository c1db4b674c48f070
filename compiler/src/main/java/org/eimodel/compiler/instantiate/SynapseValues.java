package org.eimodel.compiler.instantiate;

import java.util.HashMap;
import java.util.Map;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.ProjectionFamily;
import org.eimodel.compiler.model.Symbol;

/// The parameters of a synapse template, as a projection gives them.
final class SynapseValues {
  private SynapseValues() {}

  /// {@return an evaluator for the states that a projection keeps on a target: of its indices, those that label the target
  /// are known}
  static Evaluator onTarget(
      ProjectionFamily projection,
      PopulationInstance target,
      Populations populations,
      Map<String, Double> settings) {
    Map<Symbol, Double> bindings = new HashMap<>();
    for (int i = 0; i < projection.target().labels().size(); i++) {
      if (projection.target().labels().get(i) instanceof Formula.Reference(Symbol symbol, var span)) {
        bindings.put(symbol, (double) target.labels()[i]);
      }
    }
    return of(projection, bindings, populations, settings);
  }

  /// {@return an evaluator that knows a projection's indices and its synapse's parameters}
  static Evaluator of(
      ProjectionFamily projection,
      Map<Symbol, Double> bindings,
      Populations populations,
      Map<String, Double> settings) {
    Evaluator outer = populations.evaluator(bindings);
    return new Evaluator(symbol -> value(symbol, projection, outer, settings), outer.sizes());
  }

  private static double value(
      Symbol symbol, ProjectionFamily projection, Evaluator outer, Map<String, Double> settings) {
    if (!(symbol instanceof Symbol.Parameter parameter)) {
      return outer.symbols().applyAsDouble(symbol);
    }
    Double set = settings.get(projection.name() + "." + parameter.name());
    if (set != null) {
      return set;
    }
    Formula argument = projection.arguments().get(parameter);
    if (argument != null) {
      return outer.value(argument);
    }
    Evaluator own = new Evaluator(s -> value(s, projection, outer, settings), outer.sizes());
    return own.value(parameter.standard().orElseThrow());
  }
}

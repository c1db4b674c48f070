package org.eimodel.compiler.instantiate;

import java.util.HashMap;
import java.util.Map;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;

/// The parameters of a synapse template, as a projection or a drive gives them.
final class SynapseParameters {
  private SynapseParameters() {}

  /// {@return an evaluator for the states that an afferent keeps on a target: of its indices, those that label the target
  /// are known}
  static Evaluator onTarget(
      Afferent afferent,
      PopulationInstance target,
      Populations populations,
      Map<String, Double> settings) {
    Map<Symbol, Double> bindings = new HashMap<>();
    for (int i = 0; i < afferent.target().labels().size(); i++) {
      if (afferent.target().labels().get(i) instanceof Formula.Reference(Symbol symbol, var span)) {
        bindings.put(symbol, (double) target.labels()[i]);
      }
    }
    return of(afferent, bindings, populations, settings);
  }

  /// {@return an evaluator that knows an afferent's indices and its synapse's parameters}
  static Evaluator of(
      Afferent afferent,
      Map<Symbol, Double> bindings,
      Populations populations,
      Map<String, Double> settings) {
    Evaluator outer = populations.evaluator(bindings);
    return new Evaluator(symbol -> value(symbol, afferent, outer, settings), outer.sizes());
  }

  private static double value(
      Symbol symbol, Afferent afferent, Evaluator outer, Map<String, Double> settings) {
    if (!(symbol instanceof Symbol.Parameter parameter)) {
      return outer.symbols().applyAsDouble(symbol);
    }
    Double set = settings.get(afferent.name() + "." + parameter.name());
    if (set != null) {
      return set;
    }
    Formula argument = afferent.arguments().get(parameter);
    if (argument != null) {
      return outer.value(argument);
    }
    Evaluator own = new Evaluator(s -> value(s, afferent, outer, settings), outer.sizes());
    return own.value(parameter.standard().orElseThrow());
  }
}

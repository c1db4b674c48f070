package org.eimodel.compiler.instantiate;

import java.util.IdentityHashMap;
import java.util.Map;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.plan.Values;

/// A formula of source and target. What does not differ from pair to pair is known beforehand, so that any thread may ask.
final class PairFormula {
  private final Formula formula;
  private final Evaluator.Sizes sizes;
  private final Map<Symbol, Double> fixed = new IdentityHashMap<>();
  private final Map<Symbol, Values> ends = new IdentityHashMap<>();

  PairFormula(Formula formula, Ends ends, Evaluator outer, Neurons neurons) {
    this.formula = formula;
    this.sizes = outer.sizes();
    formula.symbols().forEach(symbol -> prepare(symbol, ends, outer, neurons));
  }

  /// The populations of a projection.
  record Ends(PopulationInstance source, PopulationInstance target) {}

  private void prepare(Symbol symbol, Ends pair, Evaluator outer, Neurons neurons) {
    if (symbol instanceof Symbol.EndValue end) {
      ends.put(end, neurons.of(end.source() ? pair.source : pair.target).named(end.own()));
    } else if (symbol instanceof Symbol.Known known) {
      switch (known.kind()) {
        case SOURCE_NEURON, TARGET_NEURON -> {}
        case SOURCE_SIZE -> fixed.put(symbol, (double) pair.source.size());
        case TARGET_SIZE -> fixed.put(symbol, (double) pair.target.size());
        case TIME, TIME_STEP, NEURON, SIZE, PI ->
            fixed.put(symbol, outer.symbols().applyAsDouble(symbol));
      }
    } else {
      fixed.put(symbol, outer.symbols().applyAsDouble(symbol));
    }
  }

  /// {@return its value for neurons counted inside their populations}
  double of(int source, int target) {
    return new Evaluator(symbol -> value(symbol, source, target), sizes).value(formula);
  }

  private double value(Symbol symbol, int source, int target) {
    Double known = fixed.get(symbol);
    if (known != null) {
      return known;
    }
    if (symbol instanceof Symbol.EndValue end) {
      return ends.get(end).at(end.source() ? source : target);
    }
    return ((Symbol.Known) symbol).kind() == Symbol.Known.Kind.SOURCE_NEURON ? source : target;
  }
}

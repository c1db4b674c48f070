package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.Symbol;

/// One population of a family.
///
/// @param labels positions of its labels, one for each index
/// @param position in the network's list of populations
record PopulationInstance(PopulationFamily family, int[] labels, int size, int position) {

  List<String> labelNames() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      names.add(family.binders().get(i).set().labels().get(labels[i]));
    }
    return names;
  }

  String name() {
    return labels.length == 0 ? family.name() : family.name() + labelNames();
  }

  /// {@return what the family's index variables stand for}
  Map<Symbol, Double> bindings() {
    Map<Symbol, Double> bindings = new HashMap<>();
    for (int i = 0; i < labels.length; i++) {
      bindings.put(family.binders().get(i), (double) labels[i]);
    }
    return bindings;
  }

  /// {@return an evaluator that also knows a neuron's number and how many there are}
  Evaluator numbered(Evaluator outer, int neuron) {
    return new Evaluator(
        symbol ->
            symbol instanceof Symbol.Known known && known.kind() == Symbol.Known.Kind.NEURON
                ? neuron
                : symbol instanceof Symbol.Known number && number.kind() == Symbol.Known.Kind.SIZE
                    ? size
                    : outer.symbols().applyAsDouble(symbol),
        outer.sizes());
  }
}

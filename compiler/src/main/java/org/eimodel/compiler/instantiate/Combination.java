package org.eimodel.compiler.instantiate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;

/// One instance of a declaration with indices.
///
/// @param labels one for each index, as `V2, V1`
/// @param bindings what the index variables stand for
/// @param evaluator that knows them
record Combination(List<String> labels, Map<Symbol, Double> bindings, Evaluator evaluator) {

  /// {@return every combination of labels that passes the condition, the last index fastest}
  static List<Combination> of(
      List<Symbol.IndexVariable> binders, Optional<Formula> where, Populations populations) {
    List<Combination> found = new ArrayList<>();
    for (int[] positions : Combinations.of(binders)) {
      Map<Symbol, Double> bindings = new HashMap<>();
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < positions.length; i++) {
        bindings.put(binders.get(i), (double) positions[i]);
        labels.add(binders.get(i).set().labels().get(positions[i]));
      }
      Evaluator evaluator = populations.evaluator(bindings);
      if (where.isEmpty() || evaluator.holds(where.get())) {
        found.add(new Combination(labels, bindings, evaluator));
      }
    }
    return found;
  }

  /// {@return `LL[4E, 23E]`, or the family's name where there is no index}
  String name(String family) {
    return labels.isEmpty() ? family : family + labels;
  }
}

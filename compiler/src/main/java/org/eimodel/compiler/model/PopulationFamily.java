package org.eimodel.compiler.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// A checked `population` declaration: one population for each combination of its indices.
///
/// @param parameters values given to parameters of the template, by argument or in the body
/// @param initial start values given in the body
/// @param lets formulas that the body names
public record PopulationFamily(
    String name,
    List<Symbol.IndexVariable> binders,
    Optional<Formula> where,
    Formula size,
    NeuronTemplate template,
    Map<Symbol.Parameter, ValueSource> parameters,
    Map<Symbol.State, ValueSource> initial,
    List<Symbol.Let> lets,
    Span span) {
  public PopulationFamily {
    binders = List.copyOf(binders);
    parameters = Map.copyOf(parameters);
    initial = Map.copyOf(initial);
    lets = List.copyOf(lets);
  }

  /// Families are keys of maps. All that is in one would be costly to hash, and its name tells it from others.
  @Override
  public int hashCode() {
    return name.hashCode();
  }
}

package org.eimodel.compiler.model;

import java.util.List;
import org.eimodel.syntax.Span;

/// `E[a]`, `E["V1"]`, or `E` for all of a family.
///
/// @param labels one formula per index, or none for the whole family
public record PopulationReference(PopulationFamily population, List<Formula> labels, Span span) {
  public PopulationReference {
    labels = List.copyOf(labels);
  }

  /// {@return whether it means every population of an indexed family}
  public boolean wholeFamily() {
    return labels.isEmpty() && !population.binders().isEmpty();
  }
}

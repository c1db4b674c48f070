package org.eimodel.compiler.model;

import java.util.Optional;
import org.eimodel.syntax.Span;

/// `E["V1"][0 until 10]`: populations, or a part of each.
public record NeuronSlice(PopulationReference populations, Optional<Range> neurons, Span span) {

  /// Neurons `from` up to `until`, exclusive; a single neuron has no `until`.
  public record Range(Formula from, Optional<Formula> until, Span span) {}
}

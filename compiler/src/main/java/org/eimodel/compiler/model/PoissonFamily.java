package org.eimodel.compiler.model;

import java.util.List;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// A checked `drive ... using ... { poisson(...) }`, one for each of its targets: an independent train for each neuron.
///
/// @param name the declared name; that of the template where there is none
/// @param named whether it was declared with a name
/// @param rate expected events in a time, perhaps by the neuron's number
/// @param from when the events begin; empty for the start of the run
/// @param until when they end; empty for never
public record PoissonFamily(
    String name,
    boolean named,
    List<Symbol.IndexVariable> binders,
    Optional<Formula> where,
    NeuronSlice neurons,
    SynapseUse use,
    Formula rate,
    Optional<Formula> from,
    Optional<Formula> until,
    Optional<Formula> weight,
    Span span)
    implements Afferent {
  public PoissonFamily {
    binders = List.copyOf(binders);
  }

  @Override
  public PopulationReference target() {
    return neurons.populations();
  }

  @Override
  public boolean ownWeights() {
    return false;
  }
}

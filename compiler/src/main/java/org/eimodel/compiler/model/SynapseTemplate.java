package org.eimodel.compiler.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// A checked `synapse` template. Its states are all per target: one value for all synapses that end on a neuron.
///
/// @param targets states that the target must have
/// @param outputs what it gives to inputs of the target
public record SynapseTemplate(
    String name,
    List<Symbol.Parameter> parameters,
    List<Symbol.TargetState> targets,
    Optional<Symbol.Weight> weight,
    List<Symbol.State> states,
    Map<Symbol.State, ValueSource> initial,
    List<Equation> equations,
    List<Action> arrival,
    List<Output> outputs,
    Span span) {
  public SynapseTemplate {
    parameters = List.copyOf(parameters);
    targets = List.copyOf(targets);
    states = List.copyOf(states);
    initial = Map.copyOf(initial);
    equations = List.copyOf(equations);
    arrival = List.copyOf(arrival);
    outputs = List.copyOf(outputs);
  }

  /// `output formula -> input`
  public record Output(Formula formula, String input, Span span) {
    /// {@return the dimension that the input must have}
    public Dimension dimension() {
      return formula.dimension();
    }
  }
}

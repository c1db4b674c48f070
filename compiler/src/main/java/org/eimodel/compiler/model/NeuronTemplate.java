package org.eimodel.compiler.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// A checked `neuron` template.
///
/// @param initial the start value of each state
/// @param spike what makes a neuron fire and what it does then, if it ever does
public record NeuronTemplate(
    String name,
    List<Symbol.Parameter> parameters,
    List<Symbol.Input> inputs,
    List<Symbol.State> states,
    Map<Symbol.State, ValueSource> initial,
    List<Equation> equations,
    Optional<SpikeRule> spike,
    Span span) {
  public NeuronTemplate {
    parameters = List.copyOf(parameters);
    inputs = List.copyOf(inputs);
    states = List.copyOf(states);
    initial = Map.copyOf(initial);
    equations = List.copyOf(equations);
  }

  /// All that is in a template would be costly to hash, and its name tells it from others.
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /// {@return the state's equation, unless it only changes at events}
  public Optional<Equation> equationOf(Symbol.State state) {
    return equations.stream().filter(equation -> equation.state() == state).findFirst();
  }

  /// {@return whether a spike makes the neuron refractory}
  public boolean hasRefractoryPeriod() {
    return spike.stream().anyMatch(rule -> !rule.refractoryPeriods().isEmpty());
  }
}

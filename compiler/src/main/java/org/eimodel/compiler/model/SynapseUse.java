package org.eimodel.compiler.model;

import java.util.Map;

/// A synapse template where it is used: what is said about it there, and what of the target it is wired to.
///
/// @param arguments values given to parameters of the template
/// @param states the target's states that stand for the template's, as `target.v`
/// @param inputs the target's inputs that the template's outputs feed, by the name in the template
public record SynapseUse(
    SynapseTemplate template,
    Map<Symbol.Parameter, Formula> arguments,
    Map<Symbol.TargetState, Symbol.State> states,
    Map<String, Symbol.Input> inputs) {
  public SynapseUse {
    arguments = Map.copyOf(arguments);
    states = Map.copyOf(states);
    inputs = Map.copyOf(inputs);
  }
}

package org.eimodel.compiler.model;

import java.util.Map;
import org.eimodel.syntax.Span;

/// What brings events to a population through a synapse template.
public sealed interface Afferent permits ProjectionFamily, PoissonFamily {
  /// {@return the name by which states and settings are called}
  String name();

  /// {@return where it ends}
  PopulationReference target();

  /// {@return the template, and how it is wired}
  SynapseUse use();

  /// {@return whether events of one instance may have different weights}
  boolean ownWeights();

  /// {@return where it was declared}
  Span span();

  /// {@return the template}
  default SynapseTemplate synapse() {
    return use().template();
  }

  /// {@return values given to parameters of the template}
  default Map<Symbol.Parameter, Formula> arguments() {
    return use().arguments();
  }

  /// {@return the target's states that stand for the template's}
  default Map<Symbol.TargetState, Symbol.State> states() {
    return use().states();
  }

  /// {@return the target's inputs that the template's outputs feed}
  default Map<String, Symbol.Input> inputs() {
    return use().inputs();
  }
}

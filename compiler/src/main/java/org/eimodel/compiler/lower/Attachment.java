package org.eimodel.compiler.lower;

import java.util.Map;
import org.eimodel.compiler.model.Afferent;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.SynapseTemplate;

/// The states that a synapse template keeps on each target neuron, and how they are wired to it.
///
/// Several projections and drives share one attachment when their states decay by the same text and are only ever summed.
///
/// @param owner the first that brought it; its arguments are everybody's
public record Attachment(Afferent owner, String key) {

  /// {@return the template}
  public SynapseTemplate synapse() {
    return owner.synapse();
  }

  /// {@return values of the template's parameters that are not the template's own}
  public Map<Symbol.Parameter, Formula> arguments() {
    return owner.arguments();
  }

  /// {@return what makes two attachments need the same kernel, whatever their numbers}
  Shape shape() {
    return new Shape(synapse(), owner.states(), owner.inputs());
  }

  /// The part of an attachment that a kernel depends on.
  record Shape(
      SynapseTemplate synapse, Map<Symbol.TargetState, Symbol.State> states, Map<String, Symbol.Input> inputs) {}
}

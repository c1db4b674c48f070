package org.eimodel.compiler.lower;

import java.util.List;
import java.util.Set;
import org.eimodel.compiler.model.NeuronTemplate;
import org.eimodel.compiler.model.Symbol;

/// What a kernel depends on: families of the same shape are advanced by the same loop, whatever their numbers.
///
/// @param perNeuron parameters that have a value for each neuron
/// @param perNeuronInputs inputs that are driven neuron by neuron
/// @param writtenOnArrival states of the neuron that arrivals change
record GroupShape(
    NeuronTemplate template,
    Set<Symbol.Parameter> perNeuron,
    Set<Symbol.Input> perNeuronInputs,
    Set<Symbol.State> writtenOnArrival,
    List<Attachment.Shape> attachments) {

  /// Shapes are keys of a map; few have the same template.
  @Override
  public int hashCode() {
    return template.hashCode();
  }
}

package org.eimodel.compiler.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.numerics.Coefficient;
import org.eimodel.compiler.plan.Refractory;

/// A step kernel, and what its slots stand for.
///
/// @param parameters slots of the neuron template's parameters
/// @param attached for each attachment, slots of its template's parameters and states
/// @param globals slots of parameters at the top of the file that the templates mention
/// @param neuronStates slots of the neuron template's states
/// @param refractory where spikes make neurons refractory: which are not, and for how long
/// @param hidden states that only the compiler knows, each with the state whose start value it takes
/// @param integrators which integrator advances what, and why
public record GroupProgram(
    Kernel step,
    int scalarCount,
    int arrayCount,
    Map<Symbol.Parameter, Slot> parameters,
    List<Attached> attached,
    Map<Symbol.Global, Slot> globals,
    Map<Symbol.State, Slot> neuronStates,
    Map<Symbol.Input, Slot> inputs,
    Optional<Refractory> refractory,
    Map<Slot, Slot> hidden,
    Optional<Slot> time,
    List<Coefficient> coefficients,
    List<IntegratorChoice> integrators) {

  /// The slots of an attachment.
  public record Attached(Map<Symbol.Parameter, Slot> parameters, Map<Symbol.State, Slot> states) {}
}

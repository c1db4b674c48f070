package org.eimodel.compiler.plan;

import org.eimodel.compiler.ir.Slot;

/// How the neurons of a group are refractory: the engine follows them, so that a kernel need not count for each of them.
///
/// @param active whether a neuron is not refractory: kernels read it, the engine sets it between steps
/// @param period for how many steps a neuron is refractory that spikes, 0 for not at all: a coefficient, of the population or of
///     each neuron, or a state that the step kernel writes for neurons that spike
public record Refractory(Slot active, Slot period) {}

package org.eimodel.runtime;

/// The neurons of one population in an array of their group.
///
/// @param array `float[]` or `double[]`
/// @param first the population's first neuron in the array
/// @param size number of neurons
/// @param offset of the first neuron in the list of populations that was asked for
public record NeuronRange(Object array, int first, int size, int offset) {}

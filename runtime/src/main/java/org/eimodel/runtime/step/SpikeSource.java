package org.eimodel.runtime.step;

/// Where the spikes of a part of a population are.
///
/// @param part position of the part in its slice
/// @param shift what takes a neuron of the population to one of the storage
record SpikeSource(SpikeRing ring, int part, int shift) {}

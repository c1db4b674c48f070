/// The step loop: slices, the spikes that travel between them, and the threads that share them.
///
/// In a step each slice delivers the spikes that are due at its neurons, writes its inputs, and advances its segments;
/// spikes go into the slice's own ring. Slices read each other's rings of earlier steps only, so they may run at the same
/// time and in any order. Everything else, recordings and callbacks included, happens on the caller's thread in between.
package org.eimodel.runtime.step;

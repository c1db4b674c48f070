/// Networks of the library as one would write them by hand, each for one model: what generated code is measured against.
///
/// They begin with the wiring and the start values of an engine's network and compute the same spikes. They do the work of
/// the model and nothing else: no recording, no threads, no slices, no look at whether a state is still finite.
package org.eimodel.benchmarks.hand;

package org.eimodel.compiler.plan;

/// The delays of a projection. A spike of step n arrives in step n + 1 + d after a delay of d steps.
public sealed interface Delays {

  /// The same for all synapses, in steps.
  record Same(int steps) implements Delays {}

  /// One each, in ms: rounded to the nearest step after drawing and bounding; 0 at least.
  record Each(SynapseValues milliseconds) implements Delays {}
}

package org.eimodel.runtime.random;

/// A synapse of a row.
///
/// @param target counted inside its population
/// @param weight its own; NaN where the projection has one for all
/// @param delay in steps
record ReferenceSynapse(int target, double weight, int delay) {}

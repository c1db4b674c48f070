/// The engine as one object: a plan goes in, steps and records come out.
///
/// The public interface and the command call it. It calls the packages below it: `kernel` (classes), `layout` (who lives
/// where), `state` (arrays), `drive` (inputs), `connect` (synapses), `step` (the loop), `record` and `memory`.
package org.eimodel.runtime;

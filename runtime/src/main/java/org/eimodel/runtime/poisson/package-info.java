/// Poisson trains: events that no neuron sends, counted from random words.
///
/// Called by `step`; knows plans, layout and arrival kernels.
package org.eimodel.runtime.poisson;

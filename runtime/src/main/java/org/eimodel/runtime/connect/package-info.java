/// The synapses: drawn from counted random numbers, stored in compressed rows.
///
/// A projection draws from one stream. In most rules a row belongs to a source: its numbers are those of element = source
/// at step 0, so any worker may draw any row at any time. `indegree` draws a column for each target instead, element =
/// target, and turns columns into rows by counting. `total` first draws how many of the synapses each source gets,
/// element = source at step 1, one number each: given what the sources before it took, a source's count is binomial (with
/// multapses) or hypergeometric (without); its row is then drawn like any other.
///
/// Rows are sorted by target, stably: two synapses of the same pair stay in the order in which they came up, which is
/// their synapse number.
package org.eimodel.runtime.connect;

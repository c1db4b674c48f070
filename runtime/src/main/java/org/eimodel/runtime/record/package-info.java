/// What a run writes down: spikes, rates and states, in primitive arrays that grow by chunks.
///
/// The engine writes between steps, on the caller's thread; files, figures and callers read when a run rests.
package org.eimodel.runtime.record;

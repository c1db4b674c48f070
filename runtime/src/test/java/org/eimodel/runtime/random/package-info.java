/// Random models: well-formed texts, run in every way that the project can run them, and compared bit for bit.
///
/// [RandomModel] writes a text from a seed. [ReferenceNetwork] runs a network plan as `docs/semantics.md` says, one synapse
/// at a time. [Comparison] says where two ways differ, [Shrinking] makes the text small that shows it, and [Coverage] counts
/// what the models reached.
package org.eimodel.runtime.random;

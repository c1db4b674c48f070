/// The intermediate representation: what a kernel computes for one element, as immutable records.
///
/// A [Kernel][org.eimodel.compiler.ir.Kernel] is a loop body over the elements of a range. `lower` writes it,
/// `numerics` and `passes` rewrite it, `interpret` defines what it computes and `bytecode` emits it. Nothing here knows
/// the syntax, units or ASM.
package org.eimodel.compiler.ir;

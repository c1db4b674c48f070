/// Rewrites that change no bit of what a kernel computes: each may be left out.
///
/// One pass is one file, with `before -> after` in its first lines; [Passes][org.eimodel.compiler.passes.Passes] is the
/// list. What changes rounding is the business of `numerics`, before any of these. Nothing here knows of bytecode.
package org.eimodel.compiler.passes;

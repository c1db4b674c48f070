/// The reference interpreter: what a kernel computes, written as plainly as possible.
///
/// Generated code is right when it agrees with this package bit for bit. Tests compare the two; constant folding and the
/// coefficients that are computed before a run use the same arithmetic. It calls `numeric` and knows nothing of bytecode.
package org.eimodel.compiler.interpret;

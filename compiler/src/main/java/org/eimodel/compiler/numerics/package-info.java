/// Every rewrite that changes rounding, in one place and always on: propagators of linear systems, Runge-Kutta stages,
/// division by a constant as multiplication, contraction to a fused multiply-add. What leaves this package defines the
/// bits; every later pass keeps them.
package org.eimodel.compiler.numerics;

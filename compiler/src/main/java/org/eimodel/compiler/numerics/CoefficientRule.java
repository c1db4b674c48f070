package org.eimodel.compiler.numerics;

import org.eimodel.compiler.ir.Expr;

/// How a coefficient follows from parameters and the time step. It is computed in double precision before the run and
/// rounded once.
public sealed interface CoefficientRule {

  /// The value of an expression over parameters.
  record Formula(Expr expr) implements CoefficientRule {}

  /// The time step, times a factor.
  record TimeStep(double factor) implements CoefficientRule {}

  /// A duration in whole steps, rounded to nearest.
  record Steps(Expr duration) implements CoefficientRule {}

  /// An element of `e^(A h) - I`, where h is `fraction` of the time step.
  record Increment(LinearSystem system, int row, int column, double fraction) implements CoefficientRule {}

  /// An element of `h phi1(A h)`, the weight of a held input, where h is `fraction` of the time step.
  record HeldInput(LinearSystem system, int row, int column, double fraction) implements CoefficientRule {}
}

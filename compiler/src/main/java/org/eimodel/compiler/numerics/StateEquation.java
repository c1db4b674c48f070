package org.eimodel.compiler.numerics;

import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.syntax.Span;

/// `state' = right`, over slots.
///
/// @param gated whether the state holds still while the neuron is refractory
public record StateEquation(Slot state, Expr right, boolean gated, Span span) {}

package org.eimodel.compiler.numerics;

import org.eimodel.compiler.ir.Slot;

/// A slot and the rule for its value.
public record Coefficient(Slot slot, CoefficientRule rule) {}

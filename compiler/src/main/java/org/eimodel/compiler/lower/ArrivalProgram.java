package org.eimodel.compiler.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.numerics.Coefficient;

/// An arrival kernel, and what its scalar slots stand for.
public record ArrivalProgram(
    Kernel kernel,
    int scalarCount,
    Map<Symbol.Parameter, Slot> parameters,
    Optional<Slot> weight,
    Map<Symbol.Global, Slot> globals,
    List<Coefficient> coefficients) {}

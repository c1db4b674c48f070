package org.eimodel.compiler.lower;

import java.util.List;
import org.eimodel.compiler.model.Equation;

/// Which integrator advances which states, and why: a line of `explain`.
public record IntegratorChoice(Equation.Method method, List<String> states, String reason) {}

package org.eimodel.compiler.model;

import java.util.Optional;
import org.eimodel.syntax.Span;

/// `run duration with dt = ..., seed = ...`
public record Run(Formula duration, Optional<Formula> timeStep, Optional<Formula> seed, Span span) {}

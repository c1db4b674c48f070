package org.eimodel.compiler.model;

import java.util.List;
import java.util.Optional;
import org.eimodel.syntax.Span;

/// A checked `drive`: a waveform into an input of some neurons.
public record Drive(
    List<Symbol.IndexVariable> binders,
    Optional<Formula> where,
    NeuronSlice target,
    Symbol.Input input,
    Shape shape,
    Formula amplitude,
    Span span) {
  public Drive {
    binders = List.copyOf(binders);
  }

  /// When the amplitude is on.
  public sealed interface Shape {
    /// Always.
    record Constant() implements Shape {}

    /// From one time until another.
    record Pulse(Formula from, Formula until) implements Shape {}

    /// From a time on.
    record StepUp(Formula from) implements Shape {}
  }
}

package org.eimodel.compiler.model;

import java.util.Optional;
import org.eimodel.syntax.Span;

/// `state' = right [unless refractory]`
///
/// @param method the integrator that the model asks for, or empty to let the compiler choose
public record Equation(
    Symbol.State state, Formula right, boolean unlessRefractory, Optional<Method> method, Span span) {

  /// The integrators.
  public enum Method {
    EXACT("exact"),
    EXPONENTIAL_EULER("exponential_euler"),
    EULER("euler"),
    SEQUENTIAL_EULER("sequential_euler"),
    RK2("rk2"),
    RK4("rk4");

    private final String symbol;

    Method(String symbol) {
      this.symbol = symbol;
    }

    /// {@return as the model writes it}
    public String symbol() {
      return symbol;
    }
  }
}

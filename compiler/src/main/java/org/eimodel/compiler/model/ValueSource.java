package org.eimodel.compiler.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eimodel.syntax.Assignment;
import org.eimodel.syntax.Span;

/// How a number of a network comes about.
public sealed interface ValueSource {
  /// {@return where it was written}
  Span span();

  /// A formula.
  record Computed(Formula formula) implements ValueSource {
    @Override
    public Span span() {
      return formula.span();
    }
  }

  /// A draw per element.
  record Drawn(Distribution distribution, List<Formula> arguments, Optional<Bound> bound, Span span)
      implements ValueSource {
    public Drawn {
      arguments = List.copyOf(arguments);
    }

    /// {@return the formulas of the bound: its value, or its two ends}
    public List<Formula> bounds() {
      return bound.stream().flatMap(b -> Stream.concat(Stream.of(b.value()), b.high().stream())).toList();
    }

    /// {@return the arguments, then the formulas of the bound}
    public List<Formula> formulas() {
      return Stream.concat(arguments.stream(), bounds().stream()).toList();
    }
  }

  /// The fixed point of the state's own equation at the other initial values.
  record Steady(Span span) implements ValueSource {}

  /// What happens to draws outside a range.
  record Bound(Assignment.Kind kind, Formula value, Optional<Formula> high) {}

  /// The distributions, with the names of their arguments.
  enum Distribution {
    NORMAL("normal", "mean", "sd"),
    UNIFORM("uniform", "low", "high"),
    EXPONENTIAL("exponential", "mean"),
    /// By the mean and standard deviation of the drawn numbers themselves.
    LOGNORMAL("lognormal", "mean", "sd");

    private final String symbol;
    private final List<String> arguments;

    Distribution(String symbol, String... arguments) {
      this.symbol = symbol;
      this.arguments = List.of(arguments);
    }

    /// {@return as the model writes it}
    public String symbol() {
      return symbol;
    }

    /// {@return the names of the arguments, in order}
    public List<String> arguments() {
      return arguments;
    }
  }
}

package org.eimodel.syntax;

import java.util.List;
import java.util.Optional;

/// What stands inside a `neuron`, `synapse` or `plasticity` template. One record per declared name:
/// `param a = 1 mV, b = 2 mV` gives two.
public sealed interface TemplateMember {
  /// {@return where it was written}
  Span span();

  /// `param tau = 20 ms`, `param tau : ms` (no default), `param k : 1 = 3`.
  record Parameter(
      Identifier name, Optional<UnitSyntax> unit, Optional<Expression> value, Span span)
      implements TemplateMember {}

  /// `input current : mV`; `unit` is empty for a plain number `input x : 1`'s absence of a unit is a syntax error.
  record Input(Identifier name, UnitSyntax unit, Span span) implements TemplateMember {}

  /// `state v = v_rest`, `state s = 0 mV per target`, `state m = steady`, `state v : mV` (no value: an error of the checker).
  record State(
      Identifier name,
      Optional<UnitSyntax> unit,
      Optional<Expression> value,
      Extent extent,
      Span span)
      implements TemplateMember {}

  /// `let alpha_m = ...`
  record Let(Identifier name, Expression value, Span span) implements TemplateMember {}

  /// `noise xi`, `noise xi shared`.
  record Noise(Identifier name, boolean shared, Span span) implements TemplateMember {}

  /// `v' = expression`, perhaps `unless refractory`.
  record Equation(Identifier state, Expression value, boolean unlessRefractory, Span span)
      implements TemplateMember {}

  /// `spike when condition { ... }`; `condition` may be [Expression.Crosses].
  record Spike(Expression condition, List<Statement> body, Span span) implements TemplateMember {
    public Spike {
      body = List.copyOf(body);
    }
  }

  /// `integrate with rk4`, `integrate v, u with sequential_euler`. No states: all of the template.
  record Integrate(List<Identifier> states, Identifier method, Span span)
      implements TemplateMember {
    public Integrate {
      states = List.copyOf(states);
    }
  }

  /// `target { v : mV }`, `source { r : Hz }`: what the neuron at that end must have.
  record Requires(End end, List<Port> ports, Span span) implements TemplateMember {
    public Requires {
      ports = List.copyOf(ports);
    }
  }

  /// A state that a template requires of the neuron at one end.
  record Port(Identifier name, UnitSyntax unit) {}

  /// The two ends of a synapse.
  enum End {
    SOURCE,
    TARGET
  }

  /// `weight w : mV`
  record Weight(Identifier name, UnitSyntax unit, Span span) implements TemplateMember {}

  /// `output s -> current`
  record Output(Expression value, Identifier input, Span span) implements TemplateMember {}

  /// `on arrival { ... }`, `at source spike { ... }`, `on target spike { ... }`, `on reward { ... }`.
  /// `event` names the event of [EventKind#NAMED] only.
  record On(EventKind kind, Optional<Identifier> event, List<Statement> body, Span span)
      implements TemplateMember {
    public On {
      body = List.copyOf(body);
    }
  }

  /// When a block runs.
  enum EventKind {
    ARRIVAL,
    SOURCE_SPIKE,
    TARGET_SPIKE,
    NAMED
  }

  /// `event reward`
  record Event(Identifier name, Span span) implements TemplateMember {}

  /// `keep w in 0 mV .. 4 mV`
  record Keep(Identifier name, Expression low, Expression high, Span span)
      implements TemplateMember {}

  /// Where a state lives.
  enum Extent {
    /// The default of a neuron: one value per neuron. In a synapse: not said.
    UNSTATED(""),
    PER_SOURCE("per source"),
    PER_TARGET("per target"),
    PER_SYNAPSE("per synapse"),
    PER_PROJECTION("per projection");

    private final String text;

    Extent(String text) {
      this.text = text;
    }

    /// {@return as it is written}
    public String text() {
      return text;
    }
  }
}

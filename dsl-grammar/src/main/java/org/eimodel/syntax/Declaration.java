package org.eimodel.syntax;

import java.util.List;
import java.util.Optional;

/// What stands at the top of a file, in the order of the text. One record per declared name.
public sealed interface Declaration {
  /// {@return where it was written}
  Span span();

  /// `import "cells.eimodel"`
  record Import(Expression.Text file, Span span) implements Declaration {}

  /// `neuron LIF { ... }`, `synapse Depressing extends Conductance { ... }`, `plasticity STDP { ... }`.
  record Template(
      TemplateKind kind,
      Identifier name,
      Optional<Identifier> parent,
      List<TemplateMember> members,
      Span span)
      implements Declaration {
    public Template {
      members = List.copyOf(members);
    }
  }

  /// The kinds of template.
  enum TemplateKind {
    NEURON("neuron"),
    SYNAPSE("synapse"),
    PLASTICITY("plasticity");

    private final String text;

    TemplateKind(String text) {
      this.text = text;
    }

    /// {@return as it is written}
    public String text() {
      return text;
    }
  }

  /// `index area = csv("areas.csv")`, `index layer = ["23E", "23I"]`
  record IndexSet(Identifier name, Expression value, Span span) implements Declaration {}

  /// `data fln[to area, from area] : mm = csv("fln.csv")`
  record Data(
      Identifier name, List<Axis> axes, Optional<UnitSyntax> unit, Expression value, Span span)
      implements Declaration {
    public Data {
      axes = List.copyOf(axes);
    }
  }

  /// `to area` (with a role) or `layer` (without).
  record Axis(Optional<Identifier> role, Identifier index) {}

  /// `param p = 0.1`, `param velocity : [mm/ms] = 3.5 [mm/ms]`, at the top of a file. `let` is a parameter that cannot be set.
  record Parameter(
      Identifier name, Optional<UnitSyntax> unit, Expression value, boolean settable, Span span)
      implements Declaration {}

  /// `population E[a in area] = 3200 of LIF(tau = 10 ms) { v ~ normal(-55 mV, sd = 2 mV) }`
  record Population(
      Identifier name,
      Family family,
      Expression size,
      Use template,
      List<Assignment> body,
      Span span)
      implements Declaration {
    public Population {
      body = List.copyOf(body);
    }
  }

  /// `LIF(tau = 10 ms)`: a template and its arguments.
  record Use(Identifier template, List<Expression.Argument> arguments, Span span) {
    public Use {
      arguments = List.copyOf(arguments);
    }
  }

  /// `projection EE[a in area]: E[a] -> E[a] using Exponential(tau = 5 ms) with STDP() { ... }`
  record Projection(
      Identifier name,
      Family family,
      Expression source,
      Expression target,
      Use synapse,
      List<Use> plasticity,
      Optional<Connect> connect,
      List<Assignment> body,
      List<EventSource> events,
      Span span)
      implements Declaration {
    public Projection {
      plasticity = List.copyOf(plasticity);
      body = List.copyOf(body);
      events = List.copyOf(events);
    }
  }

  /// `reward from spikes of VTA`
  record EventSource(Identifier event, Expression population, Span span) {}

  /// `connect outdegree(320), no autapses, multapses, procedural`.
  ///
  /// @param rule the rule's name: `all`, `one_to_one`, `probability`, `outdegree`, `indegree`, `total`, `pairs`, `where`, `kernel`
  /// @param arguments of the rule; for `where` the condition alone
  record Connect(
      Identifier rule, List<Expression.Argument> arguments, List<Option> options, Span span) {
    public Connect {
      arguments = List.copyOf(arguments);
      options = List.copyOf(options);
    }
  }

  /// `no autapses`, `multapses`, `procedural`
  record Option(String text, Span span) {}

  /// `drive E.current, I.current with 11 mV`; `name` is empty where none was given.
  record Drive(
      Optional<Identifier> name,
      Family family,
      List<Expression> targets,
      DriveSource source,
      Span span)
      implements Declaration {
    public Drive {
      targets = List.copyOf(targets);
    }
  }

  /// Where a drive comes from.
  sealed interface DriveSource {
    /// `with pulse(8 mV, from = 400 ms, until = 500 ms)`
    record Waveform(Expression value) implements DriveSource {}

    /// `using Psc() { poisson(rate = 8 Hz); w = 87.8 pA }`
    record Events(Use synapse, Expression.Call process, List<Assignment> body)
        implements DriveSource {
      public Events {
        body = List.copyOf(body);
      }
    }
  }

  /// `record v of E["V1"][0 until 10] every 0.1 ms`, `record rate of E, I every 10 ms`, `record w of EE at end`.
  ///
  /// @param quantities names (`spikes`, `rate`, a state) or calls (`mean(v)`)
  record Recording(
      List<Expression> quantities,
      List<Expression> populations,
      Optional<Expression> every,
      boolean atEnd,
      Span span)
      implements Declaration {
    public Recording {
      quantities = List.copyOf(quantities);
      populations = List.copyOf(populations);
    }
  }

  /// `run 1 s with dt = 0.1 ms, seed = 1`
  record Run(Expression duration, List<Expression.Argument> settings, Span span)
      implements Declaration {
    public Run {
      settings = List.copyOf(settings);
    }
  }

  /// `set E["V1"].tau = 10 ms`
  record Set(Expression target, Expression value, Span span) implements Declaration {}

  /// `repeat 10 { run 100 ms; set ... }`
  record Repeat(Expression count, List<Declaration> body, Span span) implements Declaration {
    public Repeat {
      body = List.copyOf(body);
    }
  }

  /// `sweep p over linspace(0.05, 0.2, 16)`
  record Sweep(Expression target, Expression values, Span span) implements Declaration {}
}

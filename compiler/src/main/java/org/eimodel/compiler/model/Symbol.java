package org.eimodel.compiler.model;

import java.util.Optional;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// What a name in a formula stands for. Two symbols are the same when they are the same object.
public sealed interface Symbol {
  /// {@return as the model writes it}
  String name();

  /// {@return what it yields}
  ValueType type();

  /// {@return where it was declared}
  Span span();

  /// `param` or `let` at the top of a file.
  final class Global extends Base {
    private final Formula value;
    private final boolean settable;

    public Global(String name, ValueType type, Formula value, boolean settable, Span span) {
      super(name, type, span);
      this.value = value;
      this.settable = settable;
    }

    /// {@return the value that the text gives}
    public Formula value() {
      return value;
    }

    /// {@return whether a run may give another value}
    public boolean settable() {
      return settable;
    }
  }

  /// A variable of a declaration's index: `a` of `[a in area]`.
  final class IndexVariable extends Base {
    private final IndexSet set;

    public IndexVariable(String name, IndexSet set, Span span) {
      super(name, new ValueType.Label(set), span);
      this.set = set;
    }

    /// {@return what it ranges over}
    public IndexSet set() {
      return set;
    }
  }

  /// A parameter of a template.
  final class Parameter extends Base {
    private final Optional<Formula> standard;

    public Parameter(String name, ValueType type, Optional<Formula> standard, Span span) {
      super(name, type, span);
      this.standard = standard;
    }

    /// {@return the value where a use gives none}
    public Optional<Formula> standard() {
      return standard;
    }
  }

  /// A state of a template.
  final class State extends Base {
    public State(String name, ValueType type, Span span) {
      super(name, type, span);
    }
  }

  /// An input of a neuron template.
  final class Input extends Base {
    public Input(String name, ValueType type, Span span) {
      super(name, type, span);
    }
  }

  /// A named formula of a template, a population or a block.
  final class Let extends Base {
    private final Formula value;

    public Let(String name, Formula value, Span span) {
      super(name, value.type(), span);
      this.value = value;
    }

    /// {@return what the name stands for}
    public Formula value() {
      return value;
    }
  }

  /// The weight of a synapse template.
  final class Weight extends Base {
    public Weight(String name, ValueType type, Span span) {
      super(name, type, span);
    }
  }

  /// A state that a synapse template reads from, or writes to, the neuron it projects to: `target.v`.
  final class TargetState extends Base {
    public TargetState(String name, ValueType type, Span span) {
      super(name, type, span);
    }
  }

  /// A parameter or a `let` of the neuron at one end of a projection: `source.theta`.
  final class EndValue extends Base {
    private final boolean source;
    private final Symbol own;

    public EndValue(String name, boolean source, Symbol own, Span span) {
      super(name, own.type(), span);
      this.source = source;
      this.own = own;
    }

    /// {@return whether it is the source's, else the target's}
    public boolean source() {
      return source;
    }

    /// {@return the [Parameter] or [Let] of the neuron}
    public Symbol own() {
      return own;
    }
  }

  /// What the engine knows without being told.
  final class Known extends Base {
    private final Kind kind;

    public Known(String name, Kind kind, Dimension dimension, Span span) {
      super(name, new ValueType.Real(dimension), span);
      this.kind = kind;
    }

    /// {@return which}
    public Kind kind() {
      return kind;
    }

    /// The things that the engine knows.
    public enum Kind {
      /// The time at the start of the step.
      TIME,
      /// The time step.
      TIME_STEP,
      /// The neuron's number inside its population, from 0.
      NEURON,
      /// The size of the neuron's population.
      SIZE,
      SOURCE_NEURON,
      SOURCE_SIZE,
      TARGET_NEURON,
      TARGET_SIZE,
      PI
    }
  }

  /// Name, type and place of a symbol.
  abstract sealed class Base implements Symbol {
    private final String name;
    private final ValueType type;
    private final Span span;

    private Base(String name, ValueType type, Span span) {
      this.name = name;
      this.type = type;
      this.span = span;
    }

    @Override
    public final String name() {
      return name;
    }

    @Override
    public final ValueType type() {
      return type;
    }

    @Override
    public final Span span() {
      return span;
    }

    @Override
    public final String toString() {
      return name;
    }
  }
}

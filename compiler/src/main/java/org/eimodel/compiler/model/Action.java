package org.eimodel.compiler.model;

import org.eimodel.syntax.Span;

/// What a block does at an event, statement by statement.
public sealed interface Action {
  /// {@return where it was written}
  Span span();

  /// `state = value`; compound assignments are already spelled out. `state` is a [Symbol.State] or [Symbol.TargetState].
  record Assign(Symbol state, Formula value, Span span) implements Action {}

  /// `refractory for duration`
  record Refractory(Formula duration, Span span) implements Action {}
}

package org.eimodel.compiler.model;

import java.util.List;
import java.util.stream.Stream;
import org.eimodel.syntax.Span;

/// What a block does at an event, statement by statement.
public sealed interface Action {
  /// {@return where it was written}
  Span span();

  /// `state = value`; compound assignments are already spelled out. `state` is a [Symbol.State] or [Symbol.TargetState].
  record Assign(Symbol state, Formula value, Span span) implements Action {}

  /// `let name = value`: the value at this point of the block.
  record Name(Symbol.Let let, Span span) implements Action {}

  /// `refractory for duration`
  record Refractory(Formula duration, Span span) implements Action {}

  /// `if condition { yes } else { no }`
  record If(Formula condition, List<Action> yes, List<Action> no, Span span) implements Action {
    public If {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }
  }

  /// {@return this action and those inside it}
  default Stream<Action> all() {
    return this instanceof If branch
        ? Stream.concat(
            Stream.of(this),
            Stream.concat(branch.yes.stream(), branch.no.stream()).flatMap(Action::all))
        : Stream.of(this);
  }
}

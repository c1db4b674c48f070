package org.eimodel.compiler.model;

import java.util.List;
import org.eimodel.syntax.Span;

/// `spike when condition { actions }`
public record SpikeRule(Condition condition, List<Action> body, Span span) {
  public SpikeRule {
    body = List.copyOf(body);
  }

  /// {@return the refractory periods that the body may give, those on conditions included}
  public List<Action.Refractory> refractoryPeriods() {
    return body.stream()
        .flatMap(Action::all)
        .filter(Action.Refractory.class::isInstance)
        .map(Action.Refractory.class::cast)
        .toList();
  }

  /// When a neuron fires.
  public sealed interface Condition {
    /// The formula holds on the new state.
    record Level(Formula formula) implements Condition {}

    /// `left` is at or below `right` before the step, above after it.
    record Crossing(Formula left, Formula right) implements Condition {}
  }
}

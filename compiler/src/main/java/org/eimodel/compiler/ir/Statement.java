package org.eimodel.compiler.ir;

import java.util.List;
import org.eimodel.syntax.Span;

/// One statement of a kernel body, with the place in the model that it comes from.
public sealed interface Statement {
  /// {@return the place in the model}
  Span span();

  /// Names a value for good: `local` is assigned here and nowhere else.
  record Let(Local local, Expr value, Span span) implements Statement {}

  /// Declares a local that [Assign] may change.
  record Declare(Local local, Expr value, Span span) implements Statement {}

  /// Changes a declared local.
  record Assign(Local local, Expr value, Span span) implements Statement {}

  /// Runs the body for elements where the condition holds. Locals of the body are not seen outside.
  record When(Expr condition, List<Statement> body, Span span) implements Statement {
    public When {
      body = List.copyOf(body);
      if (condition.type() != Type.TRUTH) {
        throw new IllegalArgumentException("a condition is a truth value: " + condition);
      }
    }
  }

  /// Leaves the kernel and reports the element where one of the values is NaN or infinite. Stands before any [Store]. The
  /// vector back end puts conditions beside the values, which must hold.
  record CheckFinite(List<Expr> values, Span span) implements Statement {
    public CheckFinite {
      values = List.copyOf(values);
    }
  }

  /// Writes a state of the element.
  record Store(Slot slot, Expr value, Span span) implements Statement {
    public Store {
      if (slot.kind() != Slot.Kind.STATE || !slot.perElement()) {
        throw new IllegalArgumentException("only states are written: " + slot);
      }
    }
  }

  /// The element spikes. Only inside a [When] of a step kernel, at most once an element.
  record Spike(Span span) implements Statement {}
}

package org.eimodel.syntax;

import java.util.List;
import java.util.Optional;

/// What stands in the blocks that run at an event: `on arrival { g += w }`.
public sealed interface Statement {
  /// {@return where it was written}
  Span span();

  /// `target = value`, `target += value`, ... `target` is a [Expression.Name] or [Expression.Member] (`target.v += w`).
  record Assign(Expression target, AssignOperator operator, Expression value, Span span)
      implements Statement {}

  /// `refractory for T`, in a spike block.
  record Refractory(Expression duration, Span span) implements Statement {}

  /// `send r = u * x`: a value that travels with the spike.
  record Send(Identifier name, Expression value, Span span) implements Statement {}

  /// `let k = expression`
  record Local(Identifier name, Expression value, Span span) implements Statement {}

  /// `if condition { ... } else { ... }`
  record If(Expression condition, List<Statement> yes, List<Statement> no, Span span)
      implements Statement {
    public If {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }
  }

  /// How an assignment changes its target.
  enum AssignOperator {
    SET("="),
    ADD("+="),
    SUBTRACT("-="),
    MULTIPLY("*="),
    DIVIDE("/=");

    private final String symbol;

    AssignOperator(String symbol) {
      this.symbol = symbol;
    }

    /// {@return as it is written}
    public String symbol() {
      return symbol;
    }

    /// {@return the operator that combines old value and operand, or nothing for `=`}
    public Optional<Expression.BinaryOperator> binary() {
      return switch (this) {
        case SET -> Optional.empty();
        case ADD -> Optional.of(Expression.BinaryOperator.ADD);
        case SUBTRACT -> Optional.of(Expression.BinaryOperator.SUBTRACT);
        case MULTIPLY -> Optional.of(Expression.BinaryOperator.MULTIPLY);
        case DIVIDE -> Optional.of(Expression.BinaryOperator.DIVIDE);
      };
    }
  }
}

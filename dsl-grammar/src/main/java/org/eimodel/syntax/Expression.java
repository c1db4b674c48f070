package org.eimodel.syntax;

import java.util.List;
import java.util.Optional;

/// An expression as written. Names are not yet resolved and units not yet checked.
public sealed interface Expression {
  /// {@return where it was written}
  Span span();

  /// A number, perhaps with a unit: `20 ms`, `3.5 [mm/ms]`, `0.1`. `digits` is the literal's text, unrounded.
  record Number(String digits, Optional<UnitSyntax> unit, Span span) implements Expression {}

  /// A quoted string: an index label or a file name.
  record Text(String value, Span span) implements Expression {}

  /// `true` or `false`.
  record Truth(boolean value, Span span) implements Expression {}

  /// A plain name.
  record Name(String name, Span span) implements Expression {}

  /// `base.member`, as in `target.v`, `E[a].size`.
  record Member(Expression base, Identifier member, Span span) implements Expression {}

  /// `base[items]`, as in `fln[to, from]`, `E["V1"][0 until 10]`, `L[a in layer]`.
  record Index(Expression base, List<IndexItem> items, Span span) implements Expression {
    public Index {
      items = List.copyOf(items);
    }
  }

  /// `function(arguments)`, as in `normal(-55 mV, sd = 2 mV)`.
  record Call(Identifier function, List<Argument> arguments, Span span) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `["23E", "23I"]`
  record ListOf(List<Expression> elements, Span span) implements Expression {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  /// `-x` or `not x`.
  record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {}

  /// `x + y`, `x and y`, `x < y`, ...
  record Binary(BinaryOperator operator, Expression left, Expression right, Span span)
      implements Expression {}

  /// `if condition then yes else no`
  record Conditional(Expression condition, Expression yes, Expression no, Span span)
      implements Expression {}

  /// `from until to`: half open, also in `linspace`-free slices.
  record Range(Expression from, Expression until, Span span) implements Expression {}

  /// `v crosses 0 mV`: at or below before, above after. Only in a spike condition.
  record Crosses(Expression left, Expression right, Span span) implements Expression {}

  /// An argument of a call, by position or by name.
  record Argument(Optional<Identifier> name, Expression value) {}

  /// One item between index brackets.
  sealed interface IndexItem {
    /// {@return where it was written}
    Span span();

    /// `to`, `"V1"`, `i + 1`, `0 until 10`.
    record At(Expression value, Span span) implements IndexItem {}

    /// `a in area`, where a declaration ranges over an index.
    record In(Binder binder, Span span) implements IndexItem {}
  }

  /// Operators with one operand.
  enum UnaryOperator {
    NEGATE("-"),
    NOT("not");

    private final String symbol;

    UnaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /// {@return as it is written}
    public String symbol() {
      return symbol;
    }
  }

  /// Operators with two operands.
  enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    POWER("^"),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    AND("and"),
    OR("or");

    private final String symbol;

    BinaryOperator(String symbol) {
      this.symbol = symbol;
    }

    /// {@return as it is written}
    public String symbol() {
      return symbol;
    }

    /// {@return whether it compares two quantities}
    public boolean isComparison() {
      return ordinal() >= LESS.ordinal() && ordinal() <= NOT_EQUAL.ordinal();
    }

    /// {@return whether it joins two conditions}
    public boolean isLogical() {
      return this == AND || this == OR;
    }
  }
}

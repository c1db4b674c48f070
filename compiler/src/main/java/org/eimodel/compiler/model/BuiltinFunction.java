package org.eimodel.compiler.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The functions that a formula may call.
public enum BuiltinFunction {
  EXP("exp", Rule.PLAIN, 1),
  LN("ln", Rule.PLAIN, 1),
  LOG("log", Rule.PLAIN, 1),
  EXPM1("expm1", Rule.PLAIN, 1),
  EXPREL("exprel", Rule.PLAIN, 1),
  LOG1P("log1p", Rule.PLAIN, 1),
  SIN("sin", Rule.PLAIN, 1),
  COS("cos", Rule.PLAIN, 1),
  TAN("tan", Rule.PLAIN, 1),
  SINH("sinh", Rule.PLAIN, 1),
  COSH("cosh", Rule.PLAIN, 1),
  TANH("tanh", Rule.PLAIN, 1),
  SQRT("sqrt", Rule.ROOT, 1),
  ABS("abs", Rule.SAME, 1),
  MIN("min", Rule.SAME, 2),
  MAX("max", Rule.SAME, 2),
  CLIP("clip", Rule.SAME, 3),
  FLOOR("floor", Rule.PLAIN, 1),
  CEIL("ceil", Rule.PLAIN, 1),
  /// Rounds half to even.
  ROUND("round", Rule.PLAIN, 1);

  private final String symbol;
  private final Rule rule;
  private final int arity;

  BuiltinFunction(String symbol, Rule rule, int arity) {
    this.symbol = symbol;
    this.rule = rule;
    this.arity = arity;
  }

  /// What a function asks of its arguments' dimensions and makes of them.
  public enum Rule {
    /// Plain numbers to a plain number.
    PLAIN,
    /// The same dimension for all, and for the result.
    SAME,
    /// Any dimension, halved.
    ROOT
  }

  /// {@return as the model writes it}
  public String symbol() {
    return symbol;
  }

  /// {@return what becomes of dimensions}
  public Rule rule() {
    return rule;
  }

  /// {@return how many arguments it takes}
  public int arity() {
    return arity;
  }

  /// {@return the function of that name}
  public static Optional<BuiltinFunction> named(String name) {
    return Arrays.stream(values()).filter(function -> function.symbol.equals(name)).findFirst();
  }

  /// {@return all names}
  public static List<String> names() {
    return Arrays.stream(values()).map(BuiltinFunction::symbol).toList();
  }
}

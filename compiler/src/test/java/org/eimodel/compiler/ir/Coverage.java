package org.eimodel.compiler.ir;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Counts how often each operation of the IR occurs.
public final class Coverage {
  private final Map<String, Integer> counts = new TreeMap<>();

  public Coverage() {
    names(Expr.class);
    names(Statement.class);
    values(Kernel.Kind.values());
    values(Expr.UnaryOperator.values());
    values(Expr.BinaryOperator.values());
    values(Expr.Comparison.values());
    values(Expr.LogicOperator.values());
    values(MathFunction.values());
    values(Slot.Kind.values());
  }

  private void names(Class<?> sealed) {
    Stream.of(sealed.getPermittedSubclasses()).forEach(node -> counts.put(name(node), 0));
  }

  private void values(Enum<?>[] operators) {
    Stream.of(operators).forEach(operator -> counts.put(name(operator), 0));
  }

  private static String name(Class<?> node) {
    return node.getEnclosingClass().getSimpleName() + "." + node.getSimpleName();
  }

  private static String name(Enum<?> operator) {
    return operator.getDeclaringClass().getSimpleName() + "." + operator;
  }

  /// Adds a kernel.
  public void add(Kernel kernel) {
    count(name(kernel.kind()));
    Stream.of(kernel.preamble(), kernel.body())
        .forEach(block -> {
          Traversal.statements(block).forEach(statement -> count(name(statement.getClass())));
          Traversal.allExpressions(block).forEach(this::add);
        });
  }

  private void add(Expr expr) {
    count(name(expr.getClass()));
    switch (expr) {
      case Expr.Unary unary -> count(name(unary.operator()));
      case Expr.Binary binary -> count(name(binary.operator()));
      case Expr.Compare compare -> count(name(compare.operator()));
      case Expr.Logic logic -> count(name(logic.operator()));
      case Expr.Call call -> count(name(call.function()));
      case Expr.Read read -> count(name(read.slot().kind()));
      case Expr.Constant _,
          Expr.Truth _,
          Expr.Use _,
          Expr.MultiplyAdd _,
          Expr.Not _,
          Expr.Select _ -> {}
    }
  }

  private void count(String name) {
    counts.merge(name, 1, Integer::sum);
  }

  /// {@return how often each operation occurred, by name}
  public Map<String, Integer> counts() {
    return counts;
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    counts.forEach((name, count) -> table.append("%8d  %s%n".formatted(count, name)));
    return table.toString();
  }
}

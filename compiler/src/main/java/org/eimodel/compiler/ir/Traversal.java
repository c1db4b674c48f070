package org.eimodel.compiler.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parts of expressions and statements, and the same with other parts: what every pass walks with.
public final class Traversal {
  private Traversal() {}

  /// {@return the direct operands, in order of evaluation}
  public static List<Expr> operands(Expr expr) {
    return switch (expr) {
      case Expr.Constant _, Expr.Truth _, Expr.Read _, Expr.Use _ -> List.of();
      case Expr.Unary(_, Expr x) -> List.of(x);
      case Expr.Not(Expr x) -> List.of(x);
      case Expr.Binary(_, Expr x, Expr y) -> List.of(x, y);
      case Expr.Compare(_, Expr x, Expr y) -> List.of(x, y);
      case Expr.Logic(_, Expr x, Expr y) -> List.of(x, y);
      case Expr.MultiplyAdd(Expr a, Expr b, Expr c) -> List.of(a, b, c);
      case Expr.Select(Expr condition, Expr yes, Expr no) -> List.of(condition, yes, no);
      case Expr.Call(_, var arguments) -> arguments;
    };
  }

  /// {@return the expression with each direct operand replaced}
  public static Expr mapOperands(Expr expr, UnaryOperator<Expr> f) {
    return switch (expr) {
      case Expr.Constant _, Expr.Truth _, Expr.Read _, Expr.Use _ -> expr;
      case Expr.Unary(var operator, Expr x) -> new Expr.Unary(operator, f.apply(x));
      case Expr.Not(Expr x) -> new Expr.Not(f.apply(x));
      case Expr.Binary(var operator, Expr x, Expr y) ->
          new Expr.Binary(operator, f.apply(x), f.apply(y));
      case Expr.Compare(var operator, Expr x, Expr y) ->
          new Expr.Compare(operator, f.apply(x), f.apply(y));
      case Expr.Logic(var operator, Expr x, Expr y) ->
          new Expr.Logic(operator, f.apply(x), f.apply(y));
      case Expr.MultiplyAdd(Expr a, Expr b, Expr c) ->
          new Expr.MultiplyAdd(f.apply(a), f.apply(b), f.apply(c));
      case Expr.Select(Expr condition, Expr yes, Expr no) ->
          new Expr.Select(f.apply(condition), f.apply(yes), f.apply(no));
      case Expr.Call(var function, var arguments) ->
          new Expr.Call(function, arguments.stream().map(f).toList());
    };
  }

  /// {@return the expression rebuilt from the leaves up: `f` sees each node with its operands already rewritten}
  public static Expr rewrite(Expr expr, UnaryOperator<Expr> f) {
    return f.apply(mapOperands(expr, operand -> rewrite(operand, f)));
  }

  /// {@return the expression and everything in it}
  public static Stream<Expr> expressions(Expr expr) {
    List<Expr> found = new ArrayList<>();
    collect(expr, found);
    return found.stream();
  }

  private static void collect(Expr expr, List<Expr> found) {
    found.add(expr);
    for (Expr operand : operands(expr)) {
      collect(operand, found);
    }
  }

  /// {@return the statement's own expressions, not those of a nested body}
  public static List<Expr> values(Statement statement) {
    return switch (statement) {
      case Statement.Let let -> List.of(let.value());
      case Statement.Declare declare -> List.of(declare.value());
      case Statement.Assign assign -> List.of(assign.value());
      case Statement.When when -> List.of(when.condition());
      case Statement.CheckFinite check -> check.values();
      case Statement.Store store -> List.of(store.value());
      case Statement.Spike _ -> List.of();
    };
  }

  /// {@return the statement with each of its own expressions replaced; a nested body stays}
  public static Statement mapValues(Statement statement, UnaryOperator<Expr> f) {
    return switch (statement) {
      case Statement.Let(var local, var value, var span) ->
          new Statement.Let(local, f.apply(value), span);
      case Statement.Declare(var local, var value, var span) ->
          new Statement.Declare(local, f.apply(value), span);
      case Statement.Assign(var local, var value, var span) ->
          new Statement.Assign(local, f.apply(value), span);
      case Statement.When(var condition, var body, var span) ->
          new Statement.When(f.apply(condition), body, span);
      case Statement.CheckFinite(var values, var span) ->
          new Statement.CheckFinite(values.stream().map(f).toList(), span);
      case Statement.Store(var slot, var value, var span) ->
          new Statement.Store(slot, f.apply(value), span);
      case Statement.Spike spike -> spike;
    };
  }

  /// {@return the statements with every expression replaced, in their bodies too}
  public static List<Statement> mapAllValues(List<Statement> statements, UnaryOperator<Expr> f) {
    return statements.stream()
        .map(statement -> mapValues(statement, f))
        .map(statement -> mapBody(statement, body -> mapAllValues(body, f)))
        .toList();
  }

  /// {@return the statement with its body replaced, if it has one}
  public static Statement mapBody(Statement statement, UnaryOperator<List<Statement>> f) {
    return switch (statement) {
      case Statement.When(var condition, var body, var span) ->
          new Statement.When(condition, f.apply(body), span);
      case Statement.Let _,
          Statement.Declare _,
          Statement.Assign _,
          Statement.CheckFinite _,
          Statement.Store _,
          Statement.Spike _ ->
          statement;
    };
  }

  /// {@return the statements and those in their bodies, in order}
  public static Stream<Statement> statements(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement ->
            switch (statement) {
              case Statement.When when -> Stream.concat(Stream.of(when), statements(when.body()));
              case Statement.Let _,
                  Statement.Declare _,
                  Statement.Assign _,
                  Statement.CheckFinite _,
                  Statement.Store _,
                  Statement.Spike _ ->
                  Stream.of(statement);
            });
  }

  /// {@return every expression of the statements and their bodies, with everything in it}
  public static Stream<Expr> allExpressions(List<Statement> statements) {
    return statements(statements)
        .flatMap(statement -> values(statement).stream())
        .flatMap(Traversal::expressions);
  }

  /// {@return the locals that an expression reads}
  public static Stream<Local> uses(Expr value) {
    return expressions(value)
        .mapMulti((expr, found) -> {
          if (expr instanceof Expr.Use(Local local)) {
            found.accept(local);
          }
        });
  }

  /// {@return the locals that the statements and their bodies read}
  public static Stream<Local> uses(List<Statement> statements) {
    return statements(statements)
        .flatMap(statement -> values(statement).stream())
        .flatMap(Traversal::uses);
  }

  /// {@return the locals that some statement changes after their declaration}
  public static Set<Local> assigned(List<Statement> statements) {
    return statements(statements)
        .filter(Statement.Assign.class::isInstance)
        .map(statement -> ((Statement.Assign) statement).local())
        .collect(Collectors.toSet());
  }

  /// {@return the slots that the statements and their bodies read or write, each once, in order of position}
  public static List<Slot> slots(List<Statement> statements) {
    Stream<Slot> read =
        allExpressions(statements)
            .mapMulti((expr, found) -> {
              if (expr instanceof Expr.Read(Slot slot)) {
                found.accept(slot);
              }
            });
    Stream<Slot> written =
        statements(statements)
            .mapMulti((statement, found) -> {
              if (statement instanceof Statement.Store store) {
                found.accept(store.slot());
              }
            });
    return Stream.concat(read, written)
        .distinct()
        .sorted(Comparator.comparing(Slot::extent).thenComparing(Slot::position))
        .toList();
  }
}

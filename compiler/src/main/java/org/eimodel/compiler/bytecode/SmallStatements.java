package org.eimodel.compiler.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eimodel.compiler.ir.Expr;
import org.eimodel.compiler.ir.Kernel;
import org.eimodel.compiler.ir.Local;
import org.eimodel.compiler.ir.Statement;
import org.eimodel.compiler.ir.Statement.Let;
import org.eimodel.compiler.ir.Traversal;
import org.eimodel.compiler.ir.Type;
import org.eimodel.syntax.Span;

/// Rewrites a kernel so that no top-level statement is heavy, without changing a bit of what it computes:
///
/// - `let x = huge(expression)` -> `let t = huge; let x = f(t)`
/// - `when c { a; b }` -> `let d = c; when d { a }; when d { b }`; locals that both use are declared before
/// - `check finite a, b` -> `check finite a; check finite b`
/// - `when c { spike }` -> `when c { spiked = true } ...; when spiked { spike }`, so that one loop appends all spikes
final class SmallStatements {
  private static final int CHECKED_AT_ONCE = 8;

  private final SizeLimits limits;
  private int nextLocal;

  private SmallStatements(int firstFree, SizeLimits limits) {
    this.nextLocal = firstFree;
    this.limits = limits;
  }

  static Kernel of(Kernel kernel, SizeLimits limits) {
    SmallStatements rewriting = new SmallStatements(kernel.firstFreeLocal(), limits);
    return kernel.with(
        rewriting.all(kernel.preamble()), rewriting.all(rewriting.collectSpikes(kernel.body())));
  }

  private Local fresh(String name, Type type) {
    return new Local(nextLocal++, name, type);
  }

  private List<Statement> all(List<Statement> statements) {
    List<Statement> result = new ArrayList<>();
    statements.forEach(statement -> add(statement, result));
    return List.copyOf(result);
  }

  private void add(Statement statement, List<Statement> result) {
    Statement small = Traversal.mapValues(statement, value -> cut(value, statement.span(), result));
    switch (small) {
      case Statement.When when -> divide(when, result);
      case Statement.CheckFinite check -> {
        for (int i = 0; i < check.values().size(); i += CHECKED_AT_ONCE) {
          int end = Math.min(i + CHECKED_AT_ONCE, check.values().size());
          result.add(new Statement.CheckFinite(check.values().subList(i, end), check.span()));
        }
      }
      case Statement.Let _,
          Statement.Declare _,
          Statement.Assign _,
          Statement.Store _,
          Statement.Spike _ ->
          result.add(small);
    }
  }

  /// Names operands until what is left is light.
  private Expr cut(Expr expr, Span span, List<Statement> before) {
    Expr light = Traversal.mapOperands(expr, operand -> cut(operand, span, before));
    if (Weight.of(light) <= limits.expression()) {
      return light;
    }
    return Traversal.mapOperands(
        light,
        operand -> {
          if (Traversal.operands(operand).isEmpty()) {
            return operand;
          }
          Local part = fresh("part", operand.type());
          before.add(new Let(part, operand, span));
          return new Expr.Use(part);
        });
  }

  private void divide(Statement.When when, List<Statement> result) {
    List<Statement> body = all(when.body());
    if (Weight.of(body) <= limits.statement()) {
      result.add(new Statement.When(when.condition(), body, when.span()));
      return;
    }
    Local condition = fresh("condition", Type.TRUTH);
    result.add(new Let(condition, when.condition(), when.span()));
    List<List<Statement>> pieces = pieces(body);
    Set<Local> outside = crossing(pieces);
    for (List<Statement> piece : pieces) {
      List<Statement> inside = new ArrayList<>();
      for (Statement statement : piece) {
        inside.add(lift(statement, outside, result));
      }
      result.add(new Statement.When(new Expr.Use(condition), inside, when.span()));
    }
  }

  private List<List<Statement>> pieces(List<Statement> body) {
    List<List<Statement>> pieces = new ArrayList<>();
    List<Statement> piece = new ArrayList<>();
    for (Statement statement : body) {
      if (!piece.isEmpty()
          && Weight.of(piece) + Weight.of(List.of(statement)) > limits.statement()) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
      piece.add(statement);
    }
    pieces.add(piece);
    return pieces;
  }

  private static Set<Local> crossing(List<List<Statement>> pieces) {
    Set<Local> earlier = new HashSet<>();
    Set<Local> crossing = new HashSet<>();
    for (List<Statement> piece : pieces) {
      Traversal.uses(piece).filter(earlier::contains).forEach(crossing::add);
      for (Statement statement : piece) {
        switch (statement) {
          case Statement.Let let -> earlier.add(let.local());
          case Statement.Declare declare -> earlier.add(declare.local());
          case Statement.Assign assign when earlier.contains(assign.local()) ->
              crossing.add(assign.local());
          case Statement.Assign _,
              Statement.When _,
              Statement.CheckFinite _,
              Statement.Store _,
              Statement.Spike _ -> {}
        }
      }
    }
    return crossing;
  }

  /// A declaration of a local that other pieces need becomes an assignment; the declaration goes before the pieces.
  private static Statement lift(Statement statement, Set<Local> outside, List<Statement> before) {
    Local local;
    Expr value;
    switch (statement) {
      case Statement.Let let -> {
        local = let.local();
        value = let.value();
      }
      case Statement.Declare declare -> {
        local = declare.local();
        value = declare.value();
      }
      case Statement.Assign _,
          Statement.When _,
          Statement.CheckFinite _,
          Statement.Store _,
          Statement.Spike _ -> {
        return statement;
      }
    }
    if (!outside.contains(local)) {
      return statement;
    }
    Expr nothing = local.type() == Type.REAL ? new Expr.Constant(0) : new Expr.Truth(false);
    before.add(new Statement.Declare(local, nothing, statement.span()));
    return new Statement.Assign(local, value, statement.span());
  }

  private List<Statement> collectSpikes(List<Statement> body) {
    Span span =
        Traversal.statements(body)
            .filter(Statement.Spike.class::isInstance)
            .map(Statement::span)
            .findFirst()
            .orElse(null);
    if (span == null) {
      return body;
    }
    Local spiked = fresh("spiked", Type.TRUTH);
    List<Statement> result = new ArrayList<>();
    result.add(new Statement.Declare(spiked, new Expr.Truth(false), span));
    result.addAll(replaceSpikes(body, spiked));
    result.add(new Statement.When(new Expr.Use(spiked), List.of(new Statement.Spike(span)), span));
    return result;
  }

  private static List<Statement> replaceSpikes(List<Statement> statements, Local spiked) {
    return statements.stream()
        .map(statement ->
            switch (statement) {
              case Statement.Spike(Span span) ->
                  new Statement.Assign(spiked, new Expr.Truth(true), span);
              case Statement.When(var condition, var body, var span) ->
                  new Statement.When(condition, replaceSpikes(body, spiked), span);
              case Statement.Let _,
                  Statement.Declare _,
                  Statement.Assign _,
                  Statement.CheckFinite _,
                  Statement.Store _ ->
                  statement;
            })
        .toList();
  }
}

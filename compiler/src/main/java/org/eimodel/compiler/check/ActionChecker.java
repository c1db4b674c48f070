package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.Action;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Statement;

/// The statements of a block that runs at an event.
final class ActionChecker {
  private final Report report;
  private final ExpressionChecker expressions;
  private final boolean inSpike;

  /// @param inSpike whether the block is that of a spike, where `refractory for` may stand
  ActionChecker(Report report, ExpressionChecker expressions, boolean inSpike) {
    this.report = report;
    this.expressions = expressions;
    this.inSpike = inSpike;
  }

  List<Action> check(List<Statement> statements, Scope outer) {
    Scope scope = outer.inner();
    List<Action> actions = new ArrayList<>();
    for (Statement statement : statements) {
      action(statement, scope).ifPresent(actions::add);
    }
    return actions;
  }

  private Optional<Action> action(Statement statement, Scope scope) {
    return switch (statement) {
      case Statement.Assign assign -> assign(assign, scope);
      case Statement.Refractory refractory -> refractory(refractory, scope);
      case Statement.Local local -> {
        Symbol.Let let =
            new Symbol.Let(local.name().name(), expressions.check(local.value(), scope), local.name().span());
        scope.declare(let);
        yield Optional.of(new Action.Name(let, local.span()));
      }
      case Statement.If branch -> {
        Formula condition =
            expressions.checkAs(branch.condition(), scope, ValueType.TRUTH, "the condition", Codes.WRONG_TYPE);
        yield Optional.of(
            new Action.If(condition, check(branch.yes(), scope), check(branch.no(), scope), branch.span()));
      }
      case Statement.Send send -> {
        report.unsupported(send.span(), "`send` (a value that travels with the spike) is");
        yield Optional.empty();
      }
    };
  }

  private Optional<Action> refractory(Statement.Refractory refractory, Scope scope) {
    Formula duration =
        expressions.checkAs(
            refractory.duration(),
            scope,
            new ValueType.Real(Dimension.TIME),
            "a refractory period",
            Codes.VALUE_DIMENSION);
    if (!inSpike) {
      report.add(
          Diagnostic.error(Codes.WRONG_KIND, refractory.span(), "`refractory for` can only stand in a spike block"));
      return Optional.empty();
    }
    return Optional.of(new Action.Refractory(duration, refractory.span()));
  }

  private Optional<Action> assign(Statement.Assign assign, Scope scope) {
    Formula value = expressions.check(assign.value(), scope);
    Optional<Symbol> target = target(assign.target(), scope);
    if (target.isEmpty() || value instanceof Formula.Broken) {
      return Optional.empty();
    }
    Symbol symbol = target.get();
    Formula result = value;
    if (assign.operator().binary().isPresent()) {
      Expression.BinaryOperator operator = assign.operator().binary().get();
      boolean sum = operator == Expression.BinaryOperator.ADD || operator == Expression.BinaryOperator.SUBTRACT;
      ValueType expected = sum ? symbol.type() : ValueType.NUMBER;
      if (!requireValue(value, expected, symbol)) {
        return Optional.empty();
      }
      Formula old = new Formula.Reference(symbol, assign.target().span());
      result = new Formula.Binary(operator, old, value, symbol.type(), assign.span());
    } else if (!requireValue(value, symbol.type(), symbol)) {
      return Optional.empty();
    }
    return Optional.of(new Action.Assign(symbol, result, assign.span()));
  }

  private boolean requireValue(Formula value, ValueType expected, Symbol symbol) {
    return expressions.require(value, expected, "what `" + symbol.name() + "` becomes", Codes.VALUE_DIMENSION);
  }

  private Optional<Symbol> target(Expression target, Scope scope) {
    Formula formula = expressions.check(target, scope);
    if (formula instanceof Formula.Broken) {
      return Optional.empty();
    }
    if (formula instanceof Formula.Reference reference) {
      if (reference.symbol() instanceof Symbol.State || reference.symbol() instanceof Symbol.TargetState) {
        return Optional.of(reference.symbol());
      }
      report.add(
          Diagnostic.error(
                  Codes.WRONG_KIND, target.span(), "`" + reference.symbol().name() + "` is not a state: only states change")
              .withNote(reference.symbol().span(), "declared here"));
      return Optional.empty();
    }
    report.add(Diagnostic.error(Codes.WRONG_KIND, target.span(), "only a state can stand left of an assignment"));
    return Optional.empty();
  }
}

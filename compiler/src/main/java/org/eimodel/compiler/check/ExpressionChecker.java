package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.model.BuiltinFunction;
import org.eimodel.compiler.model.DataTable;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.Units;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Span;

/// Expressions to formulas: every name becomes a symbol, every dimension is known.
///
/// After an error a part becomes [Formula.Broken], about which nothing more is said.
final class ExpressionChecker {
  private final Report report;
  private final UnitChecker units;
  private final DimensionRules dimensions;
  private final LabelChecker labels;
  private final Set<Span> read = new HashSet<>();

  ExpressionChecker(Report report) {
    this.report = report;
    this.units = new UnitChecker(report);
    this.dimensions = new DimensionRules(report);
    this.labels = new LabelChecker(report, this);
  }

  /// {@return the checker of labels between brackets}
  LabelChecker labels() {
    return labels;
  }

  /// {@return the formula that an expression means in a scope}
  Formula check(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Number number -> number(number);
      case Expression.Truth truth -> new Formula.TruthLiteral(truth.value(), truth.span());
      case Expression.Name name -> name(name, scope);
      case Expression.Member member -> member(member, scope);
      case Expression.Index index -> index(index, scope);
      case Expression.Call call -> call(call, scope);
      case Expression.Unary unary -> dimensions.unary(unary, check(unary.operand(), scope));
      case Expression.Binary binary -> binary(binary, scope);
      case Expression.Conditional conditional -> conditional(conditional, scope);
      case Expression.Text text -> wrong(text.span(), "a string is a label or a file name; it cannot stand here");
      case Expression.ListOf list -> wrong(list.span(), "a list cannot stand here");
      case Expression.Range range -> wrong(range.span(), "a range of neurons stands between brackets, as in E[0 until 10]");
      case Expression.Crosses crosses -> wrong(crosses.span(), "`crosses` can only be the condition of a spike");
    };
  }

  /// {@return the formula, after a check that it has the dimension; the message names `what`, as "the delay"}
  Formula checkAs(Expression expression, Scope scope, ValueType type, String what, String code) {
    Formula formula = check(expression, scope);
    dimensions.require(formula, type, what, code);
    return formula;
  }

  /// Checks the type of a formula; says what is wrong when it differs.
  boolean require(Formula formula, ValueType type, String what, String code) {
    return dimensions.require(formula, type, what, code);
  }

  private Formula number(Expression.Number number) {
    if (number.unit().isEmpty()) {
      return new Formula.Literal(Double.parseDouble(number.digits()), ValueType.NUMBER, number.span());
    }
    Optional<Unit> unit = units.unit(number.unit().get());
    return unit.<Formula>map(
            known ->
                new Formula.Literal(
                    known.toBase(number.digits()), new ValueType.Real(known.dimension()), number.span()))
        .orElseGet(() -> new Formula.Broken(number.span()));
  }

  private Formula name(Expression.Name name, Scope scope) {
    if (scope.knows(name.name())) {
      return scope
          .symbol(name.name(), name.span())
          .map(symbol -> reference(symbol, name.span()))
          .orElseGet(() -> new Formula.Broken(name.span()));
    }
    if (scope.table(name.name()).isPresent()) {
      return wrongKind(name.span(), "`" + name.name() + "` is a table: say which element, as in " + example(scope.table(name.name()).get()));
    }
    if (scope.population(name.name()).isPresent()) {
      return wrongKind(name.span(), "`" + name.name() + "` is a population, not a value");
    }
    return unknown(name.name(), name.span(), scope);
  }

  private Formula reference(Symbol symbol, Span use) {
    read.add(symbol.span());
    return new Formula.Reference(symbol, use);
  }

  /// {@return whether a formula that was checked mentions what is declared at a place}
  boolean reads(Span declaration) {
    return read.contains(declaration);
  }

  /// Reports a name that nobody declared.
  Formula unknown(String name, Span span, Scope scope) {
    Diagnostic diagnostic = Diagnostic.error(Codes.UNKNOWN_NAME, span, "`" + name + "` is not declared");
    Optional<String> help = Suggestions.help(name, scope.names());
    if (help.isPresent()) {
      diagnostic = diagnostic.withHelp(help.get());
    } else if (Units.named(name).found().isPresent()) {
      diagnostic = diagnostic.withHelp("`" + name + "` is a unit: it stands directly after a number, as in 1 " + name);
    }
    report.add(diagnostic);
    return new Formula.Broken(span);
  }

  private Formula member(Expression.Member member, Scope scope) {
    if (member.base() instanceof Expression.Name base) {
      String qualified = base.name() + "." + member.member().name();
      if (scope.knows(qualified)) {
        return scope
            .symbol(qualified, member.span())
            .map(symbol -> reference(symbol, member.span()))
            .orElseGet(() -> new Formula.Broken(member.span()));
      }
    }
    boolean population = labels.baseName(member.base()).flatMap(scope::population).isPresent();
    if (population && member.member().name().equals("size")) {
      return labels
          .reference(member.base(), scope)
          .<Formula>map(reference -> new Formula.SizeOf(reference, member.span()))
          .orElseGet(() -> new Formula.Broken(member.span()));
    }
    if (population) {
      return wrongKind(member.span(), "of a population only `size` can be read here");
    }
    Diagnostic diagnostic =
        Diagnostic.error(Codes.UNKNOWN_NAME, member.span(), "`" + member.span().text() + "` is not known here");
    report.add(
        Suggestions.help(member.span().text(), scope.names()).map(diagnostic::withHelp).orElse(diagnostic));
    return new Formula.Broken(member.span());
  }

  private Formula index(Expression.Index index, Scope scope) {
    if (!(index.base() instanceof Expression.Name base)) {
      return wrong(index.span(), "only tables and populations have indices");
    }
    Optional<DataTable> table = scope.table(base.name());
    if (table.isPresent()) {
      return labels.element(table.get(), index, scope);
    }
    if (scope.population(base.name()).isPresent()) {
      return wrongKind(index.span(), "`" + base.name() + "` is a population, not a value");
    }
    if (scope.knows(base.name())) {
      return wrongKind(index.span(), "`" + base.name() + "` has no indices");
    }
    return unknown(base.name(), base.span(), scope);
  }

  private Formula call(Expression.Call call, Scope scope) {
    Optional<BuiltinFunction> function = BuiltinFunction.named(call.function().name());
    if (function.isEmpty()) {
      return unknownFunction(call);
    }
    List<Formula> arguments = new ArrayList<>();
    for (Expression.Argument argument : call.arguments()) {
      if (argument.name().isPresent()) {
        return wrongArguments(call, "`" + call.function() + "` takes its arguments by position");
      }
      arguments.add(check(argument.value(), scope));
    }
    if (arguments.size() != function.get().arity()) {
      String plural = function.get().arity() == 1 ? " argument" : " arguments";
      return wrongArguments(
          call,
          "`" + call.function() + "` takes " + function.get().arity() + plural + ", here there are " + arguments.size());
    }
    return dimensions.call(call, function.get(), arguments);
  }

  private Formula unknownFunction(Expression.Call call) {
    String name = call.function().name();
    Diagnostic diagnostic =
        Diagnostic.error(Codes.UNKNOWN_FUNCTION, call.function().span(), "there is no function `" + name + "`");
    if (Distributions.named(name).isPresent()) {
      diagnostic = diagnostic.withHelp("a distribution is drawn with `~`, as in v ~ " + call.span().text());
    } else if (name.equals("csv") || name.equals("mat")) {
      diagnostic = diagnostic.withHelp("files are read by `data` and `index` declarations");
    } else {
      Optional<String> help = Suggestions.help(name, BuiltinFunction.names());
      diagnostic = diagnostic.withHelp(help.orElse("known are " + String.join(", ", BuiltinFunction.names())));
    }
    report.add(diagnostic);
    return new Formula.Broken(call.span());
  }

  private Formula binary(Expression.Binary binary, Scope scope) {
    Optional<String> unit = unitAsFactor(binary, scope);
    if (unit.isPresent()) {
      report.add(
          Diagnostic.error(Codes.UNIT_AS_NAME, binary.span(), "a unit stands directly after its number, without an operator")
              .withHelp("write " + unit.get()));
      return new Formula.Broken(binary.span());
    }
    if (binary.operator().isComparison()) {
      Optional<Formula> compared = labels.comparison(binary, scope);
      if (compared.isPresent()) {
        return compared.get();
      }
    }
    return dimensions.binary(binary, check(binary.left(), scope), check(binary.right(), scope));
  }

  /// `10*mV`, as Brian2 writes it: what to write instead.
  private static Optional<String> unitAsFactor(Expression.Binary binary, Scope scope) {
    boolean product =
        binary.operator() == Expression.BinaryOperator.MULTIPLY
            || binary.operator() == Expression.BinaryOperator.DIVIDE;
    if (product
        && binary.left() instanceof Expression.Number number
        && number.unit().isEmpty()
        && binary.right() instanceof Expression.Name name
        && !scope.knows(name.name())
        && Units.named(name.name()).found().isPresent()) {
      boolean times = binary.operator() == Expression.BinaryOperator.MULTIPLY;
      return Optional.of(number.digits() + (times ? " " + name.name() : " [1/" + name.name() + "]"));
    }
    return Optional.empty();
  }

  private Formula conditional(Expression.Conditional conditional, Scope scope) {
    Formula condition =
        checkAs(conditional.condition(), scope, ValueType.TRUTH, "the condition", Codes.WRONG_TYPE);
    Formula yes = check(conditional.yes(), scope);
    Formula no = check(conditional.no(), scope);
    if (!dimensions.same(yes, no, conditional.span(), "the two sides of `if` differ")) {
      return new Formula.Broken(conditional.span());
    }
    return new Formula.Conditional(condition, yes, no, conditional.span());
  }

  private Formula wrong(Span span, String message) {
    report.add(Diagnostic.error(Codes.WRONG_TYPE, span, message));
    return new Formula.Broken(span);
  }

  private Formula wrongKind(Span span, String message) {
    report.add(Diagnostic.error(Codes.WRONG_KIND, span, message));
    return new Formula.Broken(span);
  }

  private Formula wrongArguments(Expression.Call call, String message) {
    report.add(Diagnostic.error(Codes.ARGUMENTS, call.span(), message));
    return new Formula.Broken(call.span());
  }

  private static String example(DataTable table) {
    List<String> axes = new ArrayList<>();
    for (int axis = 0; axis < table.axes().size(); axis++) {
      axes.add(table.roles().get(axis).orElse("a"));
    }
    return table.name() + axes;
  }

}

package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.model.DataTable;
import org.eimodel.compiler.model.Formula;
import org.eimodel.compiler.model.IndexSet;
import org.eimodel.compiler.model.PopulationFamily;
import org.eimodel.compiler.model.PopulationReference;
import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Span;

/// What stands between index brackets: labels and variables that range over them.
final class LabelChecker {
  private final Report report;
  private final ExpressionChecker expressions;

  LabelChecker(Report report, ExpressionChecker expressions) {
    this.report = report;
    this.expressions = expressions;
  }

  /// {@return the name that an indexed or plain name begins with}
  Optional<String> baseName(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> Optional.of(name.name());
      case Expression.Index index -> baseName(index.base());
      default -> Optional.empty();
    };
  }

  /// {@return the population that `E`, `E[a]` or `E["V1"]` means; empty after an error}
  Optional<PopulationReference> reference(Expression expression, Scope scope) {
    Optional<String> name = baseName(expression);
    if (name.isEmpty()) {
      report.add(Diagnostic.error(Codes.WRONG_KIND, expression.span(), "a population is needed here, as in E[a]"));
      return Optional.empty();
    }
    Optional<PopulationFamily> family = scope.population(name.get());
    if (family.isEmpty() && scope.isBroken(name.get())) {
      return Optional.empty();
    }
    if (family.isEmpty()) {
      Diagnostic diagnostic =
          Diagnostic.error(Codes.UNKNOWN_NAME, expression.span(), "there is no population `" + name.get() + "`");
      Optional<String> help = Suggestions.helpOrList(name.get(), scope.populationNames(), "the model has");
      report.add(diagnostic.withHelp(help.orElse("declare it, as in population " + name.get() + " = 100 of LIF")));
      return Optional.empty();
    }
    List<Expression.IndexItem> items =
        expression instanceof Expression.Index index ? index.items() : List.of();
    if (expression instanceof Expression.Index index && !(index.base() instanceof Expression.Name)) {
      report.add(Diagnostic.error(Codes.INDICES, expression.span(), "neurons cannot be picked here"));
      return Optional.empty();
    }
    List<IndexSet> sets = family.get().binders().stream().map(Symbol.IndexVariable::set).toList();
    if (items.isEmpty()) {
      return Optional.of(new PopulationReference(family.get(), List.of(), expression.span()));
    }
    return labels(items, sets, family.get().name(), expression.span(), scope)
        .map(labels -> new PopulationReference(family.get(), labels, expression.span()));
  }

  /// {@return the element of a table; checks roles, as in `fln[to, from]`}
  Formula element(DataTable table, Expression.Index index, Scope scope) {
    Optional<List<Formula>> labels = labels(index.items(), table.axes(), table.name(), index.span(), scope);
    if (labels.isEmpty()) {
      return new Formula.Broken(index.span());
    }
    if (swappedRoles(table, labels.get())) {
      report.add(
          Diagnostic.error(
                  Codes.INDEX_ROLES,
                  index.span(),
                  "`" + table.name() + "` is declared as " + declared(table) + ", but here the roles are swapped")
              .withNote(table.span(), "declared here")
              .withHelp("write " + table.name() + "[" + roles(table) + "]"));
      return new Formula.Broken(index.span());
    }
    return new Formula.Element(table, labels.get(), index.span());
  }

  private static String declared(DataTable table) {
    List<String> axes = new ArrayList<>();
    for (int axis = 0; axis < table.axes().size(); axis++) {
      axes.add(table.roles().get(axis).map(role -> role + " ").orElse("") + table.axes().get(axis).name());
    }
    return table.name() + axes;
  }

  private static String roles(DataTable table) {
    return String.join(", ", table.roles().stream().map(role -> role.orElse("a")).toList());
  }

  /// Whether every index is a variable that is named after the role of another axis.
  private static boolean swappedRoles(DataTable table, List<Formula> labels) {
    for (int axis = 0; axis < labels.size(); axis++) {
      if (labels.get(axis) instanceof Formula.Reference(Symbol symbol, Span place)) {
        Optional<String> own = table.roles().get(axis);
        boolean another = table.roles().stream().anyMatch(role -> role.equals(Optional.of(symbol.name())));
        if (another && own.isPresent() && !own.get().equals(symbol.name())) {
          return true;
        }
      }
    }
    return false;
  }

  private Optional<List<Formula>> labels(
      List<Expression.IndexItem> items, List<IndexSet> sets, String owner, Span whole, Scope scope) {
    if (items.size() != sets.size()) {
      String has =
          sets.isEmpty()
              ? "has no indices"
              : "has " + sets.size() + (sets.size() == 1 ? " index (" : " indices (")
                  + String.join(", ", sets.stream().map(IndexSet::name).toList()) + ")";
      report.add(
          Diagnostic.error(Codes.INDICES, whole, "`" + owner + "` " + has + ", but here there are " + items.size()));
      return Optional.empty();
    }
    List<Formula> labels = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<Formula> label = label(items.get(i), sets.get(i), scope);
      if (label.isEmpty()) {
        return Optional.empty();
      }
      labels.add(label.get());
    }
    return Optional.of(labels);
  }

  private Optional<Formula> label(Expression.IndexItem item, IndexSet set, Scope scope) {
    return switch (item) {
      case Expression.IndexItem.In in -> {
        report.add(
            Diagnostic.error(Codes.INDICES, in.span(), "an index variable is declared after the name of a declaration")
                .withHelp("as in drive background[" + in.span().text() + "]: ..."));
        yield Optional.empty();
      }
      case Expression.IndexItem.At(Expression.Text text, Span span) -> text(text, set);
      case Expression.IndexItem.At(Expression value, Span span) -> variable(value, set, scope);
    };
  }

  private Optional<Formula> text(Expression.Text text, IndexSet set) {
    int position = set.labels().indexOf(text.value());
    if (position >= 0) {
      return Optional.of(new Formula.LabelLiteral(set, position, text.span()));
    }
    if (set.labels().isEmpty()) {
      return Optional.empty(); // its file could not be read, which has been said
    }
    Diagnostic diagnostic =
        Diagnostic.error(
            Codes.UNKNOWN_LABEL, text.span(), "index `" + set.name() + "` has no label \"" + text.value() + "\"");
    Optional<String> help = Suggestions.help(text.value(), set.labels());
    report.add(diagnostic.withHelp(help.orElseGet(() -> "its labels are " + some(set.labels()))));
    return Optional.empty();
  }

  private Optional<Formula> variable(Expression value, IndexSet set, Scope scope) {
    if (value instanceof Expression.Number number) {
      String first = set.labels().isEmpty() ? "..." : set.labels().getFirst();
      report.add(
          Diagnostic.error(
                  Codes.UNKNOWN_LABEL,
                  number.span(),
                  "`" + number.span().text() + "` is out of range: index `" + set.name() + "` has labels, not numbers")
              .withHelp("labels are strings, as in \"" + first + "\"; neurons are picked by a second pair of brackets, as in [0 until 10]"));
      return Optional.empty();
    }
    Formula formula = expressions.check(value, scope);
    return expressions.require(formula, new ValueType.Label(set), "this index", Codes.INDICES)
            && !(formula instanceof Formula.Broken)
        ? Optional.of(formula)
        : Optional.empty();
  }

  /// {@return the comparison of labels, `a == "V1"` or `to != from`; empty when it compares something else}
  Optional<Formula> comparison(Expression.Binary binary, Scope scope) {
    boolean equality =
        binary.operator() == Expression.BinaryOperator.EQUAL
            || binary.operator() == Expression.BinaryOperator.NOT_EQUAL;
    Optional<IndexSet> left = labelSet(binary.left(), scope);
    Optional<IndexSet> right = labelSet(binary.right(), scope);
    if (!equality || left.isEmpty() && right.isEmpty()) {
      return Optional.empty();
    }
    IndexSet set = left.or(() -> right).get();
    Optional<Formula> a = side(binary.left(), set, scope);
    Optional<Formula> b = side(binary.right(), set, scope);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.of(new Formula.Broken(binary.span()));
    }
    return Optional.of(new Formula.Binary(binary.operator(), a.get(), b.get(), ValueType.TRUTH, binary.span()));
  }

  private static Optional<IndexSet> labelSet(Expression expression, Scope scope) {
    return expression instanceof Expression.Name name
            && scope.knows(name.name())
            && scope.symbol(name.name(), name.span()).orElse(null) instanceof Symbol.IndexVariable variable
        ? Optional.of(variable.set())
        : Optional.empty();
  }

  private Optional<Formula> side(Expression expression, IndexSet set, Scope scope) {
    return expression instanceof Expression.Text text ? text(text, set) : variable(expression, set, scope);
  }

  /// {@return the first labels of a list, in quotes}
  static String some(List<String> labels) {
    List<String> shown = labels.stream().limit(8).map(label -> "\"" + label + "\"").toList();
    return String.join(", ", shown) + (labels.size() > 8 ? ", ..." : "");
  }
}

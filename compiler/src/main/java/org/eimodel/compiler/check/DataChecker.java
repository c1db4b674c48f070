package org.eimodel.compiler.check;

import org.eimodel.compiler.report.Codes;
import org.eimodel.compiler.report.Report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eimodel.compiler.data.DataFiles;
import org.eimodel.compiler.data.DataProblem;
import org.eimodel.compiler.data.DataResult;
import org.eimodel.compiler.data.Table;
import org.eimodel.compiler.data.TableAxis;
import org.eimodel.compiler.model.DataTable;
import org.eimodel.compiler.model.IndexSet;
import org.eimodel.compiler.text.Suggestions;
import org.eimodel.compiler.units.Unit;
import org.eimodel.syntax.Declaration;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Expression;
import org.eimodel.syntax.Identifier;
import org.eimodel.syntax.Span;

/// `index` and `data` declarations: labels and tables, read from the model's own folder.
final class DataChecker {
  private final Report report;
  private final DataFiles files;
  private final Map<String, IndexSet> sets = new LinkedHashMap<>();
  private final List<DataTable> tables = new ArrayList<>();

  DataChecker(Report report, DataFiles files) {
    this.report = report;
    this.files = files;
  }

  List<IndexSet> sets() {
    return List.copyOf(sets.values());
  }

  List<DataTable> tables() {
    return tables;
  }

  /// {@return the index of that name; says so when there is none}
  Optional<IndexSet> set(Identifier name) {
    IndexSet set = sets.get(name.name());
    if (set == null) {
      Diagnostic diagnostic =
          Diagnostic.error(Codes.UNKNOWN_NAME, name.span(), "there is no index `" + name + "`");
      Optional<String> help = Suggestions.help(name.name(), sets.keySet());
      report.add(diagnostic.withHelp(help.orElse("declare it, as in index " + name + " = [\"a\", \"b\"]")));
    }
    return Optional.ofNullable(set);
  }

  void check(Declaration.IndexSet declaration) {
    String name = declaration.name().name();
    Optional<List<String>> labels = labels(declaration.value(), name);
    IndexSet set = new IndexSet(name, labels.orElse(List.of()), declaration.name().span());
    IndexSet earlier = sets.putIfAbsent(name, set);
    if (earlier != null) {
      report.add(
          Diagnostic.error(Codes.DUPLICATE_NAME, declaration.name().span(), "index `" + name + "` is declared twice")
              .withNote(earlier.span(), "first here"));
    }
  }

  private Optional<List<String>> labels(Expression value, String name) {
    return switch (value) {
      case Expression.ListOf list -> listed(list);
      case Expression.Call call when call.function().name().equals("csv") ->
          text(call, 0).filter(file -> arity(call, 1)).flatMap(file -> result(files.csvLabels(file.value(), name), file.span()));
      case Expression.Call call when call.function().name().equals("mat") ->
          text(call, 0)
              .filter(file -> arity(call, 2))
              .flatMap(
                  file ->
                      text(call, 1)
                          .flatMap(variable -> result(files.matLabels(file.value(), variable.value()), file.span())));
      default -> {
        report.add(
            Diagnostic.error(Codes.WRONG_TYPE, value.span(), "an index is a list of labels or a file of them")
                .withHelp("as in index " + name + " = [\"a\", \"b\"], or csv(\"" + name + ".csv\")"));
        yield Optional.empty();
      }
    };
  }

  private Optional<List<String>> listed(Expression.ListOf list) {
    List<String> labels = new ArrayList<>();
    for (Expression element : list.elements()) {
      if (!(element instanceof Expression.Text text)) {
        report.add(Diagnostic.error(Codes.WRONG_TYPE, element.span(), "labels are strings, as in \"V1\""));
        return Optional.empty();
      }
      if (labels.contains(text.value())) {
        report.add(Diagnostic.error(Codes.DUPLICATE_NAME, text.span(), "label \"" + text.value() + "\" is there twice"));
        return Optional.empty();
      }
      labels.add(text.value());
    }
    if (labels.isEmpty()) {
      report.add(Diagnostic.error(Codes.NO_VALUE, list.span(), "an index needs at least one label"));
      return Optional.empty();
    }
    return Optional.of(labels);
  }

  /// {@return the table; a wrong file gives one of zeros, so that what follows can still be checked}
  DataTable check(Declaration.Data declaration) {
    List<IndexSet> axes = new ArrayList<>();
    List<Optional<String>> roles = new ArrayList<>();
    List<TableAxis> shape = new ArrayList<>();
    boolean known = true;
    for (Declaration.Axis axis : declaration.axes()) {
      Optional<IndexSet> set = set(axis.index());
      known &= set.isPresent() && !set.get().labels().isEmpty();
      IndexSet own = set.orElse(new IndexSet(axis.index().name(), List.of(), axis.index().span()));
      axes.add(own);
      roles.add(axis.role().map(Identifier::name));
      shape.add(new TableAxis(axis.role().map(Identifier::name), own.name(), own.labels()));
    }
    Optional<Unit> unit = declaration.unit().map(new UnitChecker(report)::unit).orElse(Optional.of(Unit.ONE));
    Optional<Table> table =
        known && unit.isPresent() ? table(declaration, shape, unit.get()) : Optional.empty();
    int length = axes.stream().mapToInt(IndexSet::size).reduce(1, (a, b) -> a * b);
    DataTable checked =
        new DataTable(
            declaration.name().name(),
            axes,
            roles,
            unit.orElse(Unit.ONE).dimension(),
            table.map(Table::values).orElseGet(() -> new double[length]),
            declaration.name().span());
    tables.add(checked);
    return checked;
  }

  private Optional<Table> table(Declaration.Data declaration, List<TableAxis> shape, Unit unit) {
    if (declaration.value() instanceof Expression.Call call) {
      switch (call.function().name()) {
        case "csv" -> {
          return text(call, 0)
              .filter(file -> arity(call, 1))
              .flatMap(file -> result(files.csvTable(file.value(), shape, unit), file.span()));
        }
        case "mat" -> {
          return text(call, 0)
              .filter(file -> arity(call, 2))
              .flatMap(
                  file ->
                      text(call, 1)
                          .flatMap(
                              variable ->
                                  result(files.matTable(file.value(), variable.value(), shape, unit), file.span())));
        }
        default -> {}
      }
    }
    report.add(
        Diagnostic.error(Codes.WRONG_TYPE, declaration.value().span(), "a table is read from a file")
            .withHelp("as in csv(\"" + declaration.name() + ".csv\") or mat(\"file.mat\", \"variable\")"));
    return Optional.empty();
  }

  private boolean arity(Expression.Call call, int arguments) {
    if (call.arguments().size() == arguments) {
      return true;
    }
    report.add(
        Diagnostic.error(
            Codes.ARGUMENTS,
            call.span(),
            "`" + call.function() + "` takes " + (arguments == 1 ? "a file name" : "a file name and a variable's name")));
    return false;
  }

  private Optional<Expression.Text> text(Expression.Call call, int position) {
    if (position < call.arguments().size()
        && call.arguments().get(position).value() instanceof Expression.Text text) {
      return Optional.of(text);
    }
    Span place = position < call.arguments().size() ? call.arguments().get(position).value().span() : call.span();
    report.add(Diagnostic.error(Codes.ARGUMENTS, place, "a file is named by a string, as in csv(\"areas.csv\")"));
    return Optional.empty();
  }

  private <T> Optional<T> result(DataResult<T> result, Span place) {
    return switch (result) {
      case DataResult.Ok<T>(T value) -> Optional.of(value);
      case DataResult.Failed<T>(DataProblem problem) -> {
        report.add(DataDiagnostics.of(problem, place));
        yield Optional.empty();
      }
    };
  }
}

package org.eimodel.compiler.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.CsvText.Row;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.data.LabelOrder.Mismatch;
import org.eimodel.compiler.units.Unit;

/// Reads labelled tables: a first row and a first column of labels, numbers in between.
///
/// The labels of the file are those of the index sets in any order; the table comes back in the order of the index sets.
final class CsvTables {
  /// The body of a file in its own order.
  private record Body(List<String> labels, List<Integer> lines, List<double[]> values) {}

  private CsvTables() {}

  /// `data fln[to area, from area] = csv("fln.csv")`: the first row is the corner and the labels of the columns.
  static DataResult<Table> matrix(CsvText csv, TableAxis rowAxis, TableAxis columnAxis, Unit unit) {
    return csv.read(rows -> {
      Row header = rows.next();
      Optional<DataProblem> roles = CornerCell.problem(header.cell(0), rowAxis, columnAxis);
      if (roles.isPresent()) {
        return csv.fail(
            header,
            0,
            NumberText.isNumber(header.cell(0)) ? noHeader(rowAxis, columnAxis) : roles.get());
      }
      List<String> labels = new ArrayList<>();
      for (int column = 1; column < header.size(); column++) {
        labels.add(header.cell(column));
      }
      Optional<Mismatch> mismatch = LabelOrder.mismatch(columnAxis, labels, "column");
      if (mismatch.isPresent()) {
        DataProblem problem = mismatch.get().problem();
        boolean sized = labels.size() == columnAxis.labels().size();
        return csv.fail(
            header,
            1 + mismatch.get().at(),
            sized ? problem : shape(count(rows), labels.size(), rowAxis, columnAxis, problem));
      }
      return body(csv, header, rows, unit)
          .then(body ->
              ordered(csv, body, rowAxis, LabelOrder.positions(columnAxis, labels), columnAxis));
    });
  }

  /// `data N[layer] = csv("size.csv")`: two columns, the labels and the numbers, under a heading.
  static DataResult<Table> column(CsvText csv, TableAxis axis, Unit unit) {
    return csv.read(rows -> {
      Row header = rows.next();
      String example = "`" + axis.heading() + ",value`";
      if (header.size() != 2) {
        String message =
            "the file has "
                + Words.count(header.size(), "column")
                + ", but ["
                + axis
                + "] needs two: labels and numbers";
        return csv.fail(
            header,
            0,
            DataProblem.of(Kind.SHAPE, message, "the first line is a heading such as " + example));
      }
      if (NumberText.isNumber(header.cell(1))) {
        return csv.fail(
            header,
            0,
            DataProblem.of(
                Kind.FORMAT, "the file has no heading", "begin it with a line such as " + example));
      }
      if (!header.cell(0).isEmpty() && !axis.isNamed(header.cell(0))) {
        String message =
            "the first column is `" + header.cell(0) + "`, but the declaration says [" + axis + "]";
        return csv.fail(
            header,
            0,
            DataProblem.of(Kind.ROLES, message, "begin the file with a line such as " + example));
      }
      TableAxis single = TableAxis.of("", List.of(""));
      return body(csv, header, rows, unit)
          .then(body -> ordered(csv, body, axis, new int[] {0}, single))
          .map(table -> new Table(table.rowLabels(), List.of(), table.values(), table.rows(), 1));
    });
  }

  private static DataResult<Body> body(CsvText csv, Row header, Iterator<Row> rows, Unit unit) {
    List<String> labels = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.size() != header.size()) {
        String message =
            "this line has " + Words.count(row.size(), "cell") + ", the first has " + header.size();
        return csv.fail(row, 0, DataProblem.of(Kind.FORMAT, message));
      }
      double[] numbers = new double[row.size() - 1];
      for (int column = 1; column < row.size(); column++) {
        String cell = row.cell(column);
        Optional<DataProblem> problem = NumberText.problem(cell, unit);
        if (problem.isPresent()) {
          return csv.fail(row, column, problem.get());
        }
        numbers[column - 1] = unit.toBase(cell);
      }
      labels.add(row.cell(0));
      lines.add(row.line());
      values.add(numbers);
    }
    return new DataResult.Ok<>(new Body(labels, lines, values));
  }

  private static DataResult<Table> ordered(
      CsvText csv, Body body, TableAxis rowAxis, int[] columnOf, TableAxis columnAxis) {
    Optional<Mismatch> mismatch = LabelOrder.mismatch(rowAxis, body.labels(), "row");
    if (mismatch.isPresent()) {
      DataProblem problem = mismatch.get().problem();
      int rows = body.labels().size();
      return csv.fail(
          rows == 0 ? 1 : body.lines().get(mismatch.get().at()),
          0,
          rows == rowAxis.labels().size()
              ? problem
              : shape(rows, columnOf.length, rowAxis, columnAxis, problem));
    }
    int[] rowOf = LabelOrder.positions(rowAxis, body.labels());
    double[] values = new double[rowOf.length * columnOf.length];
    for (int row = 0; row < rowOf.length; row++) {
      for (int column = 0; column < columnOf.length; column++) {
        values[rowOf[row] * columnOf.length + columnOf[column]] = body.values().get(row)[column];
      }
    }
    return new DataResult.Ok<>(
        new Table(rowAxis.labels(), columnAxis.labels(), values, rowOf.length, columnOf.length));
  }

  private static DataProblem noHeader(TableAxis rows, TableAxis columns) {
    return DataProblem.of(
        Kind.FORMAT,
        "the file has no labels",
        "begin it with a line such as `"
            + rows.heading()
            + "\\"
            + columns.heading()
            + ","
            + String.join(",", columns.labels().stream().limit(2).toList())
            + ",...`, and each line with its label");
  }

  private static DataProblem shape(
      long rows, int columns, TableAxis rowAxis, TableAxis columnAxis, DataProblem labels) {
    String message =
        "the file is "
            + rows
            + " x "
            + columns
            + " (rows x columns), but ["
            + rowAxis
            + (columnAxis.index().isEmpty() ? "" : ", " + columnAxis)
            + "] needs "
            + rowAxis.labels().size()
            + " x "
            + columnAxis.labels().size()
            + "; "
            + labels.message();
    return new DataProblem(Kind.SHAPE, message, labels.help(), Optional.empty());
  }

  private static long count(Iterator<Row> rows) {
    long count = 0;
    for (; rows.hasNext(); rows.next()) {
      count++;
    }
    return count;
  }
}

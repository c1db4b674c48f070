package org.eimodel.compiler.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.CsvText.Row;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;

/// Reads plain numbers, which have no labels.
final class CsvNumbers {
  private CsvNumbers() {}

  /// A rectangle of numbers; a first line of words is their heading.
  static DataResult<Table> plain(CsvText csv) {
    return csv.read(rows -> {
      Row row = rows.next();
      int columns = row.size();
      List<String> heading = isHeading(row) ? cells(row) : List.of();
      if (!heading.isEmpty() && rows.hasNext()) {
        row = rows.next();
      } else if (!heading.isEmpty()) {
        return csv.fail(
            row, 0, DataProblem.of(Kind.FORMAT, "there are no numbers below the heading"));
      }
      double[] values = new double[1024];
      int count = 0;
      for (; ; row = rows.next()) {
        if (row.size() != columns) {
          String message =
              "this line has " + Words.count(row.size(), "cell") + ", the first has " + columns;
          return csv.fail(row, 0, DataProblem.of(Kind.FORMAT, message));
        }
        values =
            count + columns > values.length ? Arrays.copyOf(values, (count + columns) * 2) : values;
        for (int column = 0; column < columns; column++) {
          Optional<DataProblem> problem = NumberText.problem(row.cell(column), Unit.ONE);
          if (problem.isPresent()) {
            return csv.fail(row, column, problem.get());
          }
          values[count++] = Double.parseDouble(row.cell(column));
        }
        if (!rows.hasNext()) {
          break;
        }
      }
      return new DataResult.Ok<>(
          new Table(List.of(), heading, Arrays.copyOf(values, count), count / columns, columns));
    });
  }

  private static boolean isHeading(Row row) {
    return cells(row).stream().noneMatch(NumberText::looksLikeNumber);
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      cells.add(row.cell(column));
    }
    return cells;
  }
}

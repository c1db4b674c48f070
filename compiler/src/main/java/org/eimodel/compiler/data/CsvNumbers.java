package org.eimodel.compiler.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.CsvText.Row;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;

/// Reads what has no labels: plain numbers, and pairs of neurons.
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

  /// Two columns of whole numbers under the heading `source,target`, in either order.
  static DataResult<Pairs> pairs(CsvText csv, int sources, int targets) {
    return csv.read(rows -> pairs(csv, rows, sources, targets));
  }

  private static DataResult<Pairs> pairs(
      CsvText csv, Iterator<Row> rows, int sources, int targets) {
    Row header = rows.next();
    List<String> roles = cells(header).stream().map(TableAxis::role).toList();
    int source = roles.indexOf("from");
    if (roles.size() != 2 || source < 0 || roles.indexOf("to") < 0) {
      String message = "a file of pairs begins with the line `source,target`";
      return csv.fail(
          header, 0, DataProblem.of(roles.size() == 2 ? Kind.ROLES : Kind.SHAPE, message));
    }
    int[][] ends = {new int[1024], new int[1024]};
    int count = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.size() != 2) {
        return csv.fail(
            row,
            0,
            DataProblem.of(
                Kind.FORMAT, "this line has " + Words.count(row.size(), "cell") + ", not 2"));
      }
      for (int column = 0; column < 2; column++) {
        boolean isSource = column == source;
        int size = isSource ? sources : targets;
        int neuron = neuron(row.cell(column));
        if (neuron < 0 || neuron >= size) {
          return csv.fail(
              row, column, notANeuron(row.cell(column), isSource ? "source" : "target", size));
        }
        int[] end = ends[isSource ? 0 : 1];
        end = count == end.length ? Arrays.copyOf(end, count * 2) : end;
        end[count] = neuron;
        ends[isSource ? 0 : 1] = end;
      }
      count++;
    }
    return new DataResult.Ok<>(
        new Pairs(Arrays.copyOf(ends[0], count), Arrays.copyOf(ends[1], count)));
  }

  /// {@return the number, or -1 for what is none or too long}
  private static int neuron(String text) {
    boolean digits =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(text) : -1;
  }

  private static DataProblem notANeuron(String text, String end, int size) {
    return DataProblem.of(
        Kind.NUMBER,
        "`" + text + "` is not a neuron of the " + end + " population",
        "neurons are numbered from 0 to " + (size - 1));
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

package org.eimodel.compiler.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eimodel.compiler.data.CsvText.Row;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.units.Unit;
import org.eimodel.compiler.units.UnitLookup;
import org.eimodel.compiler.units.Units;

/// Reads pairs of neurons, and numbers that belong to them: `source,target,w (pA),delay (ms)`, columns in any order.
final class CsvPairs {
  private static final Pattern HEADING = Pattern.compile("(.*?)(?:\\s*\\((.*)\\))?");

  private final CsvText csv;
  private final int[] sizes;
  private final List<PairColumn> columns;

  /// For each column of the file, the array that it fills: the sources, the targets, then the columns asked for.
  private int[] place = {};

  private Unit[] units = {};

  private CsvPairs(CsvText csv, int sources, int targets, List<PairColumn> columns) {
    this.csv = csv;
    this.sizes = new int[] {sources, targets};
    this.columns = columns;
  }

  static DataResult<Pairs> read(CsvText csv, int sources, int targets, List<PairColumn> columns) {
    return csv.read(new CsvPairs(csv, sources, targets, columns)::pairs);
  }

  private DataResult<Pairs> pairs(Iterator<Row> rows) {
    Row header = rows.next();
    Optional<DataResult<Pairs>> wrong = heading(header);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    int[][] ends = {new int[1024], new int[1024]};
    double[][] values = new double[columns.size()][1024];
    int count = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.size() != place.length) {
        String message =
            "this line has " + Words.count(row.size(), "cell") + ", not " + place.length;
        return csv.fail(row, 0, DataProblem.of(Kind.FORMAT, message));
      }
      if (count == ends[0].length) {
        Arrays.setAll(ends, k -> Arrays.copyOf(ends[k], 2 * ends[k].length));
        Arrays.setAll(values, k -> Arrays.copyOf(values[k], 2 * values[k].length));
      }
      for (int column = 0; column < place.length; column++) {
        String cell = row.cell(column);
        Optional<DataProblem> problem =
            place[column] < 2
                ? notANeuron(cell, place[column])
                : NumberText.problem(cell, units[column]);
        if (problem.isPresent()) {
          return csv.fail(row, column, problem.get());
        }
        if (place[column] < 2) {
          ends[place[column]][count] = Integer.parseInt(cell);
        } else {
          values[place[column] - 2][count] = units[column].toBase(cell);
        }
      }
      count++;
    }
    Map<String, double[]> named = new LinkedHashMap<>();
    for (int k = 0; k < values.length; k++) {
      named.put(columns.get(k).name(), Arrays.copyOf(values[k], count));
    }
    return new DataResult.Ok<>(
        new Pairs(Arrays.copyOf(ends[0], count), Arrays.copyOf(ends[1], count), named));
  }

  /// Finds out which column is which; {@return what is wrong with the heading}
  private Optional<DataResult<Pairs>> heading(Row header) {
    List<String> wanted = new ArrayList<>(List.of("from", "to"));
    columns.forEach(column -> wanted.add(column.name()));
    List<String> found = new ArrayList<>();
    place = new int[header.size()];
    units = new Unit[header.size()];
    for (int column = 0; column < header.size(); column++) {
      Matcher parts = HEADING.matcher(header.cell(column));
      String name = parts.matches() ? parts.group(1) : "";
      String end = TableAxis.role(name);
      name = end.equals("from") || end.equals("to") ? end : name;
      place[column] = found.contains(name) ? -1 : wanted.indexOf(name);
      found.add(name);
    }
    if (!found.contains("from") || !found.contains("to")) {
      return Optional.of(
          csv.fail(header, 0, noHeading(header.size() == 2 ? Kind.ROLES : Kind.SHAPE)));
    }
    for (int column = 0; column < header.size(); column++) {
      if (place[column] < 0) {
        return Optional.of(
            csv.fail(header, column, unread(header.cell(column), found.get(column))));
      }
      Optional<DataProblem> unit = unit(header.cell(column), column);
      if (unit.isPresent()) {
        return Optional.of(csv.fail(header, column, unit.get()));
      }
    }
    for (PairColumn column : columns) {
      if (!found.contains(column.name())) {
        return Optional.of(
            csv.fail(
                header,
                0,
                DataProblem.of(
                    Kind.SHAPE,
                    "the file has no column `" + column.name() + "`",
                    "begin it with the line `" + heading() + "`")));
      }
    }
    return Optional.empty();
  }

  private Optional<DataProblem> unit(String heading, int column) {
    units[column] = Unit.ONE;
    if (place[column] < 2) {
      return Optional.empty();
    }
    PairColumn own = columns.get(place[column] - 2);
    Matcher parts = HEADING.matcher(heading);
    String text = parts.matches() && parts.group(2) != null ? parts.group(2) : "1";
    switch (Units.parse(text)) {
      case UnitLookup.Unknown unknown -> {
        return Optional.of(DataProblem.of(Kind.FORMAT, unknown.message()));
      }
      case UnitLookup.Found(Unit unit) -> units[column] = unit;
    }
    return units[column].dimension().equals(own.dimension())
        ? Optional.empty()
        : Optional.of(
            DataProblem.of(
                Kind.FORMAT,
                "column `"
                    + own.name()
                    + "` must be "
                    + (own.dimension().isDimensionless() ? "a plain number" : own.dimension())
                    + ", but its heading says "
                    + (text.equals("1") ? "no unit" : text),
                "write `" + own.heading() + "`"));
  }

  private String heading() {
    StringBuilder heading = new StringBuilder("source,target");
    columns.forEach(column -> heading.append(',').append(column.heading()));
    return heading.toString();
  }

  private DataProblem noHeading(Kind kind) {
    return DataProblem.of(kind, "a file of pairs begins with the line `" + heading() + "`");
  }

  private static DataProblem unread(String heading, String name) {
    return DataProblem.of(
        Kind.SHAPE,
        "nobody reads column `" + heading + "`",
        "a weight or a delay reads it as column(\"" + name + "\")");
  }

  private Optional<DataProblem> notANeuron(String cell, int end) {
    boolean digits =
        !cell.isEmpty() && cell.length() <= 9 && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits && Integer.parseInt(cell) < sizes[end]) {
      return Optional.empty();
    }
    return Optional.of(
        DataProblem.of(
            Kind.NUMBER,
            "`"
                + cell
                + "` is not a neuron of the "
                + (end == 0 ? "source" : "target")
                + " population",
            "neurons are numbered from 0 to " + (sizes[end] - 1)));
  }
}

package org.eimodel.compiler.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eimodel.compiler.data.CsvText.Row;
import org.eimodel.compiler.data.DataProblem.Kind;

/// Reads an index set: one label a line.
///
/// A first line that equals the index set's name is its heading; without one every line is a label.
final class CsvLabels {
  private CsvLabels() {}

  static DataResult<List<String>> read(CsvText csv, String index) {
    return csv.read(rows -> labels(csv, rows, index));
  }

  private static DataResult<List<String>> labels(CsvText csv, Iterator<Row> rows, String index) {
    Map<String, Integer> lines = new HashMap<>();
    List<String> labels = new ArrayList<>();
    boolean first = true;
    while (rows.hasNext()) {
      Row row = rows.next();
      String label = row.cell(0);
      if (row.size() != 1) {
        String message = "a list of labels has one cell a line, not " + row.size();
        return csv.fail(
            row,
            1,
            DataProblem.of(Kind.SHAPE, message, "a label with a comma stands in double quotes"));
      }
      boolean heading = first && label.equals(index);
      first = false;
      if (heading) {
        continue;
      }
      if (label.isEmpty()) {
        return csv.fail(row, 0, DataProblem.of(Kind.LABELS, "a label is empty"));
      }
      Integer earlier = lines.putIfAbsent(label, row.line());
      if (earlier != null) {
        return csv.fail(
            row,
            0,
            DataProblem.of(Kind.LABELS, "label `" + label + "` is already on line " + earlier));
      }
      labels.add(label);
    }
    return labels.isEmpty()
        ? DataProblem.of(Kind.FORMAT, "`" + csv.file() + "` has a heading but no labels").failed()
        : new DataResult.Ok<>(labels);
  }
}

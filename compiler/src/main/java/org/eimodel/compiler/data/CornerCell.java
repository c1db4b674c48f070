package org.eimodel.compiler.data;

import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.data.DataProblem.Kind;

/// Reads the first cell of a labelled table, which says what rows and columns are: `to\from`, `target\source`.
///
/// An empty corner says nothing and is taken on trust; so is the index's own name where rows and columns share it.
final class CornerCell {
  private CornerCell() {}

  static Optional<DataProblem> problem(String corner, TableAxis rows, TableAxis columns) {
    if (corner.isEmpty() || corner.equals(rows.index()) && corner.equals(columns.index())) {
      return Optional.empty();
    }
    String declared = "[" + rows + ", " + columns + "]";
    String wanted = rows.heading() + "\\" + columns.heading();
    List<String> words = List.of(corner.split("\\s*[\\\\/]\\s*"));
    if (words.size() == 2) {
      if (rows.isNamed(words.get(0)) && columns.isNamed(words.get(1))) {
        return Optional.empty();
      }
      if (columns.isNamed(words.get(0)) && rows.isNamed(words.get(1))) {
        return Optional.of(
            DataProblem.of(
                Kind.ROLES,
                "swapped index roles: the rows of the file are `"
                    + words.get(0)
                    + "` and its columns `"
                    + words.get(1)
                    + "`, but the declaration says "
                    + declared,
                "declare [" + columns + ", " + rows + "], or transpose the file"));
      }
    }
    return Optional.of(
        DataProblem.of(
            Kind.ROLES,
            "the first cell is `" + corner + "`, which does not say what rows and columns are",
            "for " + declared + " write `" + wanted + "` there"));
  }
}

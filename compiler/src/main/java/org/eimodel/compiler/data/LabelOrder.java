package org.eimodel.compiler.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eimodel.compiler.data.DataProblem.Kind;
import org.eimodel.compiler.text.Suggestions;

/// Matches the labels of a file with those of an index set: the same labels, in any order.
final class LabelOrder {
  /// @param at the place among the file's labels of the first that should not be there; the last where one is missing
  record Mismatch(DataProblem problem, int at) {}

  private LabelOrder() {}

  /// {@return what is wrong, or nothing when both hold the same labels}
  static Optional<Mismatch> mismatch(TableAxis axis, List<String> inFile, String noun) {
    Set<String> missing = new LinkedHashSet<>(axis.labels());
    Set<String> seen = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    int at = inFile.size() - 1;
    for (int i = 0; i < inFile.size(); i++) {
      String label = inFile.get(i);
      if (!seen.add(label)) {
        String message =
            label.isEmpty() ? noun + "s without a label" : noun + " `" + label + "` is there twice";
        return Optional.of(new Mismatch(DataProblem.of(Kind.LABELS, message), i));
      }
      if (!missing.remove(label)) {
        at = unknown.isEmpty() ? i : at;
        unknown.add(label);
      }
    }
    if (missing.isEmpty() && unknown.isEmpty()) {
      return Optional.empty();
    }
    String message = "the " + noun + "s are not those of index `" + axis.index() + "`";
    message += missing.isEmpty() ? "" : ": no " + Words.list(List.copyOf(missing));
    message +=
        unknown.isEmpty()
            ? ""
            : (missing.isEmpty() ? ": " : "; ") + "unknown " + Words.list(unknown);
    List<String> help =
        unknown.stream()
            .flatMap(label ->
                Suggestions.help(label, missing).map(text -> "`" + label + "`: " + text).stream())
            .limit(3)
            .toList();
    return Optional.of(
        new Mismatch(new DataProblem(Kind.LABELS, message, help, Optional.empty()), at));
  }

  /// {@return for each label of the file its position in the index set}
  static int[] positions(TableAxis axis, List<String> inFile) {
    Map<String, Integer> position = new HashMap<>();
    for (String label : axis.labels()) {
      position.put(label, position.size());
    }
    return inFile.stream().mapToInt(position::get).toArray();
  }
}

package org.eimodel.compiler.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One axis of a declared table: `to area` with its labels.
///
/// @param role the word before the index name, if any
/// @param index the name of the index set
/// @param labels in the order of the index set
public record TableAxis(Optional<String> role, String index, List<String> labels) {
  /// The words that data files use for the two ends of a projection.
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "target",
          "to",
          "post",
          "to",
          "postsynaptic",
          "to",
          "source",
          "from",
          "pre",
          "from",
          "presynaptic",
          "from");

  public TableAxis {
    labels = List.copyOf(labels);
  }

  public static TableAxis of(String role, String index, List<String> labels) {
    return new TableAxis(Optional.of(role), index, labels);
  }

  public static TableAxis of(String index, List<String> labels) {
    return new TableAxis(Optional.empty(), index, labels);
  }

  /// {@return whether a word in a file's header names this axis: its role (`target` is `to`), or its index}
  boolean isNamed(String word) {
    return word.equals(index) || role.isPresent() && role(word).equals(role(role.get()));
  }

  /// {@return the word that the file's header should have}
  String heading() {
    return role.orElse(index);
  }

  static String role(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return SYNONYMS.getOrDefault(lower, lower);
  }

  /// {@return as it is declared: `to area`}
  @Override
  public String toString() {
    return role.map(word -> word + " " + index).orElse(index);
  }
}

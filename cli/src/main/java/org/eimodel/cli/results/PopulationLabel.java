package org.eimodel.cli.results;

import java.util.List;

/// What a population is called in files and pictures, and how many neurons it has.
///
/// `E[V1]` of the model `population E[a in area]` is `new PopulationLabel("E", List.of("area"), List.of("V1"), 3200)`.
///
/// @param family the name that the model declares, shared by all its indexed populations
/// @param indexNames the index sets, in the order of the declaration; they name columns of `spikes.csv`
/// @param labels one label for each index set
/// @param size number of neurons
public record PopulationLabel(
    String family, List<String> indexNames, List<String> labels, int size) {
  public PopulationLabel {
    indexNames = List.copyOf(indexNames);
    labels = List.copyOf(labels);
    if (indexNames.size() != labels.size()) {
      throw new IllegalArgumentException(
          family + " has " + indexNames.size() + " indices but " + labels.size() + " labels");
    }
    if (size < 0) {
      throw new IllegalArgumentException(family + " has a negative size: " + size);
    }
  }

  /// A population without indices.
  public PopulationLabel(String family, int size) {
    this(family, List.of(), List.of(), size);
  }

  /// {@return the name as the model and the summary write it: `E`, `E[V1]`, `L[V1, 4E]`}
  public String name() {
    return labels.isEmpty() ? family : family + "[" + place() + "]";
  }

  /// {@return the labels alone: `V1`, `V1, 4E`; empty without indices}
  public String place() {
    return String.join(", ", labels);
  }

  /// {@return the label of one index set, or an empty text where this population does not have it}
  public String label(String indexName) {
    int k = indexNames.indexOf(indexName);
    return k < 0 ? "" : labels.get(k);
  }
}

package org.eimodel.compiler.plan;

import java.util.List;

/// One population of one index.
///
/// @param family the declared name, as `E`
/// @param indexNames names of the index sets, as `area`
/// @param labels one label for each index set, as `V1`
/// @param size number of neurons, at least 1
/// @param group position in [NetworkPlan#groups]
/// @param scalars the step kernel's scalar block for this population; inputs and time are 0
/// @param elements the start values of each array of the group, by position
public record PopulationPlan(
    String family,
    List<String> indexNames,
    List<String> labels,
    int size,
    int group,
    double[] scalars,
    List<Values> elements) {
  public PopulationPlan {
    indexNames = List.copyOf(indexNames);
    labels = List.copyOf(labels);
    elements = List.copyOf(elements);
  }

  /// {@return `E[V1]`, or `E` where there is no index}
  public String name() {
    return labels.isEmpty() ? family : family + labels;
  }
}

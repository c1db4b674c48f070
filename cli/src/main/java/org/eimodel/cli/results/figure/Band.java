package org.eimodel.cli.results.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.cli.results.PopulationLabel;

/// Populations that share a place on the vertical axis: all families of one area, or one population without indices.
///
/// @param label what to write at the axis: `V1`, or the family's name
/// @param populations their places in the list that was grouped
/// @param size neurons of all of them
record Band(String label, List<Integer> populations, int size) {

  /// {@return the bands in the order of their first population, those without neurons left out}
  static List<Band> of(List<PopulationLabel> populations) {
    Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
    for (int p = 0; p < populations.size(); p++) {
      PopulationLabel population = populations.get(p);
      List<String> key =
          population.labels().isEmpty() ? List.of("", population.family()) : placeKey(population);
      if (population.size() > 0) {
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(p);
      }
    }
    List<Band> bands = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      PopulationLabel first = populations.get(group.getFirst());
      int size = group.stream().mapToInt(p -> populations.get(p).size()).sum();
      bands.add(new Band(first.labels().isEmpty() ? first.family() : first.place(), group, size));
    }
    return bands;
  }

  /// {@return what all bands are: `area`; empty where they are populations without indices}
  static String axis(List<PopulationLabel> populations) {
    return String.join(
        ", ", populations.stream().flatMap(p -> p.indexNames().stream()).distinct().toList());
  }

  private static List<String> placeKey(PopulationLabel population) {
    List<String> key = new ArrayList<>(population.indexNames());
    key.addAll(population.labels());
    return key;
  }
}

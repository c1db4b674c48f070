package org.eimodel.cli.results;

import java.util.ArrayList;
import java.util.List;

/// The columns that rates have in every file: each family as a whole, then each of its indexed populations.
///
/// @param names `E`, `I`, `E[V1]`, ...
/// @param values rates in Hz, one array of bins for each name
record RateColumns(List<String> names, List<double[]> values) {

  static RateColumns of(RateTable rates) {
    List<String> names = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (String family : rates.families()) {
      names.add(family);
      values.add(rates.ratesOf(family));
    }
    for (int p = 0; p < rates.populations().size(); p++) {
      PopulationLabel population = rates.populations().get(p);
      if (!population.labels().isEmpty()) {
        names.add(population.name());
        values.add(rates.ratesOf(p));
      }
    }
    return new RateColumns(names, values);
  }
}

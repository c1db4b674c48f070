package org.eimodel.compiler.instantiate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Parameters and start values of the neurons of every population; each is worked out once.
final class Neurons {
  private final Function<PopulationInstance, NeuronValues> values;
  private final Map<Integer, NeuronValues> known = new HashMap<>();

  Neurons(Function<PopulationInstance, NeuronValues> values) {
    this.values = values;
  }

  NeuronValues of(PopulationInstance population) {
    NeuronValues found = known.get(population.position());
    if (found == null) {
      found = values.apply(population);
      known.put(population.position(), found);
    }
    return found;
  }
}

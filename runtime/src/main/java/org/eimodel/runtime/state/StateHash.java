package org.eimodel.runtime.state;

import java.util.List;
import org.eimodel.SpikeHash;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.PopulationPlan;

/// A 64-bit fingerprint of the states of a network: equal where every bit of every state is.
///
/// The sum, modulo 2^64, of one mixed number per neuron and state, so that neither storage order nor slices matter. A
/// population's name, a state's name, the neuron and the bits take part.
public final class StateHash {
  private long sum;

  /// Adds the states of one population.
  ///
  /// @param first the population's first neuron in the arrays
  public void add(PopulationPlan population, List<Slot> states, Object[] arrays, int first) {
    for (Slot state : states) {
      Object array = arrays[state.position()];
      long key = key(population, state.name());
      for (int i = 0; i < population.size(); i++) {
        sum += SpikeHash.mix(key, i, Reals.bits(array, first + i));
      }
    }
  }

  /// Adds a count of each neuron of a population.
  ///
  /// @param name as a state would have it
  /// @param first the population's first neuron in the counts
  public void addCounts(PopulationPlan population, String name, int[] counts, int first) {
    long key = key(population, name);
    for (int i = 0; i < population.size(); i++) {
      sum += SpikeHash.mix(key, i, counts[first + i]);
    }
  }

  private static long key(PopulationPlan population, String name) {
    return SpikeHash.population(name, population.labels())
        ^ SpikeHash.population(population.family(), population.labels());
  }

  /// {@return the sum so far}
  public long value() {
    return sum;
  }
}

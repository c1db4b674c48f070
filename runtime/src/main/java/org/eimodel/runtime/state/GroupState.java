package org.eimodel.runtime.state;

import java.util.Arrays;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.Values;

/// The arrays of one group.
///
/// *Shape*: `arrays()[k]` is the array of the element slot at position k, a `float[]` or `double[]`, or a `boolean[]` of truth
/// values, over all neurons of the group in storage order, with some more after them.
public final class GroupState {
  private Object[] arrays;
  private final Precision precision;
  private final int size;

  /// @param active position of the array of truth values, all true at the start; -1 for none
  private GroupState(Precision precision, int size, int arrayCount, int active) {
    this.precision = precision;
    this.size = size;
    this.arrays = new Object[arrayCount];
    int length = Apart.length(precision, size, arrayCount);
    Arrays.setAll(arrays, k -> k == active ? allTrue(size) : Reals.array(precision, length));
  }

  /// {@return the arrays at the start of a run}
  public static GroupState start(NetworkPlan network, GroupPlan group, Precision precision) {
    int size = 0;
    for (int p : group.populations()) {
      size = Math.addExact(size, network.populations().get(p).size());
    }
    int active = group.refractory().map(refractory -> refractory.active().position()).orElse(-1);
    GroupState state = new GroupState(precision, size, group.arrayCount(), active);
    int first = 0;
    for (int p : group.populations()) {
      PopulationPlan population = network.populations().get(p);
      for (int k = 0; k < group.arrayCount(); k++) {
        if (k != active) {
          state.fill(state.arrays[k], first, population.size(), population.elements().get(k));
        }
      }
      first += population.size();
    }
    return state;
  }

  private static boolean[] allTrue(int size) {
    boolean[] array = new boolean[size];
    Arrays.fill(array, true);
    return array;
  }

  private void fill(Object array, int first, int count, Values values) {
    switch (values) {
      case Values.Uniform(double value) -> {
        if (value != 0) {
          switch (precision) {
            case SINGLE -> Arrays.fill((float[]) array, first, first + count, (float) value);
            case DOUBLE -> Arrays.fill((double[]) array, first, first + count, value);
          }
        }
      }
      case Values.Each(double[] each) -> {
        for (int i = 0; i < count; i++) {
          Reals.set(array, first + i, each[i]);
        }
      }
    }
  }

  /// {@return the arrays by position; the list may grow, the arrays stay}
  public Object[] arrays() {
    return arrays;
  }

  /// {@return how many neurons the group has}
  public int size() {
    return size;
  }

  /// Adds an array of zeros.
  ///
  /// {@return its position}
  public int add() {
    arrays = Arrays.copyOf(arrays, arrays.length + 1);
    arrays[arrays.length - 1] = Reals.array(precision, size);
    return arrays.length - 1;
  }
}

package org.eimodel.runtime.step;

import java.util.List;
import org.eimodel.compiler.kernel.ArrivalKernel;
import org.eimodel.runtime.connect.Terminals;

/// Delivers the lists that arbors of a tract made for one slice.
final class ListFeed implements Feed {
  private final Arbor[] arbors;
  private final int slice;
  private final ArrivalKernel kernel;
  private final Object scalars;
  private final int base;
  private final Object[] arrays;

  /// @param arbors one for each part of the source population, in order
  /// @param slice position of the slice among those that the tract reaches
  /// @param base the first neuron of the slice
  ListFeed(
      List<Arbor> arbors,
      int slice,
      ArrivalKernel kernel,
      Object scalars,
      int base,
      Object[] arrays) {
    this.arbors = arbors.toArray(Arbor[]::new);
    this.slice = slice;
    this.kernel = kernel;
    this.scalars = scalars;
    this.base = base;
    this.arrays = arrays;
  }

  @Override
  public void deliver(long step) {
    for (Arbor arbor : arbors) {
      if (arbor.isDue(step)) {
        Terminals due = arbor.due(step);
        kernel.deliver(
            due.targets(slice), due.weights(slice), 0, due.end(slice), base, scalars, arrays);
      }
    }
  }
}

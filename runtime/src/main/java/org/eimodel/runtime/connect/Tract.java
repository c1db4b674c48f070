package org.eimodel.runtime.connect;

import java.util.List;
import org.eimodel.compiler.plan.Delays;

/// Projections from one population into one group that do the same on arrival and differ in their targets: the synapses of
/// one source are one row, through all of them.
///
/// Two projections onto the same population are never of one tract. Tracts of one population are in such an order that, at
/// every target, their arrivals are in the order of the projections.
///
/// @param projections positions in the plan, in the order in which their targets are stored
/// @param source position of the source population
/// @param group position of the targets' group
/// @param arrival position in the group's arrivals
/// @param scalars the arrival kernel's scalar block
/// @param delays of all of them when they have the same; else each projection has its own, drawn synapse by synapse
/// @param weighted whether synapses have weights of their own
/// @param procedural whether rows are drawn anew for each spike
/// @param byColumn whether synapses are drawn target by target; then there is one projection
/// @param apart whether a spike must go through other tracts, too, before the next spike goes through this one
/// @param late whether arrivals of this tract must keep an order with synapses that have delays of their own
public record Tract(
    List<Integer> projections,
    int source,
    int group,
    int arrival,
    double[] scalars,
    Delays delays,
    boolean weighted,
    boolean procedural,
    boolean byColumn,
    boolean apart,
    boolean late) {
  public Tract {
    projections = List.copyOf(projections);
  }

  /// {@return whether each synapse has a delay of its own}
  public boolean ownDelays() {
    return delays instanceof Delays.Each;
  }

  /// {@return the delay of all synapses in steps; 0 where each has its own}
  public int delay() {
    return switch (delays) {
      case Delays.Same(int steps) -> steps;
      case Delays.Each _ -> 0;
    };
  }
}

package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws the row of one source at a time, through all projections of a tract. Belongs to one thread.
///
/// *Shape*: targets are neurons of the group's storage, ascending; weights and delays are parallel to them.
public final class DrawnRow {
  private final Wiring[] wirings;
  private final RowDraw[] draws;
  private final RowNumbers[] numbers;
  private final RowDelays[] steps;
  private final RowSpace space;
  private int count;

  /// @param wirings of the tract's projections, in its order; drawn by row
  /// @param space that holds the row until another is drawn into it
  DrawnRow(List<Wiring> wirings, RowSpace space) {
    this.wirings = wirings.toArray(Wiring[]::new);
    this.space = space;
    List<RowDraw> draws = new ArrayList<>();
    List<RowNumbers> numbers = new ArrayList<>();
    List<RowDelays> steps = new ArrayList<>();
    int longest = 0;
    for (Wiring wiring : wirings) {
      RowDraw draw = RowDraws.of(wiring, space);
      draws.add(draw);
      longest = Math.addExact(longest, draw.longest());
      wiring.weights.ifPresent(own -> numbers.add(RowNumbers.of(own, wiring, space)));
      if (wiring.ownDelays()) {
        steps.add(RowDelays.of(wiring.delays, wiring, space));
      }
    }
    this.draws = draws.toArray(RowDraw[]::new);
    this.numbers = numbers.toArray(RowNumbers[]::new);
    this.steps = steps.toArray(RowDelays[]::new);
    space.makeRoom(longest, !numbers.isEmpty(), !steps.isEmpty());
  }

  /// Goes to the row of a source.
  public void draw(int source) {
    count = 0;
    for (int k = 0; k < draws.length; k++) {
      int own = draws[k].draw(source, space.targets, count);
      if (numbers.length > 0) {
        numbers[k].fill(source, space.targets, count, own, space.weights);
      }
      if (steps.length > 0) {
        steps[k].fill(source, space.targets, count, own, space.delays);
      }
      int shift = wirings[k].firstTarget;
      int[] targets = space.targets;
      for (int i = count; i < count + own && shift != 0; i++) {
        targets[i] += shift;
      }
      count += own;
    }
  }

  /// {@return how many synapses the row has}
  public int count() {
    return count;
  }

  /// {@return the first synapse from `from` on whose target is not before a neuron}
  int before(int neuron, int from) {
    int[] targets = space.targets;
    int next = from;
    while (next < count && targets[next] < neuron) {
      next++;
    }
    return next;
  }

  /// {@return the targets}
  public int[] targets() {
    return space.targets;
  }

  /// {@return the weight of each synapse; null where none has its own}
  public double @Nullable [] weights() {
    return numbers.length > 0 ? space.weights : null;
  }

  /// {@return the delay of each synapse in steps; null where none has its own}
  public int @Nullable [] delays() {
    return steps.length > 0 ? space.delays : null;
  }
}

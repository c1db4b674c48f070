package org.eimodel.runtime.connect;

import java.util.Arrays;
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
  private int[] targets = {};
  private double[] weights = {};
  private int[] delays = {};
  private int count;

  /// @param wirings of the tract's projections, in its order; drawn by row
  DrawnRow(List<Wiring> wirings) {
    this.wirings = wirings.toArray(Wiring[]::new);
    this.draws = wirings.stream().map(RowDraws::of).toArray(RowDraw[]::new);
    this.numbers =
        wirings.stream()
            .flatMap(wiring -> wiring.weights.map(own -> RowNumbers.of(own, wiring)).stream())
            .toArray(RowNumbers[]::new);
    this.steps =
        wirings.stream()
            .filter(Wiring::ownDelays)
            .map(wiring -> RowDelays.of(wiring.delays, wiring))
            .toArray(RowDelays[]::new);
  }

  /// Goes to the row of a source.
  public void draw(int source) {
    count = 0;
    for (int k = 0; k < draws.length; k++) {
      makeRoom(Math.addExact(count, draws[k].longest()));
      int own = draws[k].draw(source, targets, count);
      if (numbers.length > 0) {
        weights = weights.length < count + own ? Arrays.copyOf(weights, targets.length) : weights;
        numbers[k].fill(source, targets, count, own, weights);
      }
      if (steps.length > 0) {
        delays = delays.length < count + own ? Arrays.copyOf(delays, targets.length) : delays;
        steps[k].fill(source, targets, count, own, delays);
      }
      int shift = wirings[k].firstTarget;
      for (int i = count; i < count + own && shift != 0; i++) {
        targets[i] += shift;
      }
      count += own;
    }
  }

  private void makeRoom(int needed) {
    if (targets.length < needed) {
      targets = Arrays.copyOf(targets, needed);
    }
  }

  /// {@return how many synapses the row has}
  public int count() {
    return count;
  }

  /// {@return the first synapse from `from` on whose target is not before a neuron}
  int before(int neuron, int from) {
    int next = from;
    while (next < count && targets[next] < neuron) {
      next++;
    }
    return next;
  }

  /// {@return the targets}
  public int[] targets() {
    return targets;
  }

  /// {@return the weight of each synapse; null where none has its own}
  public double @Nullable [] weights() {
    return numbers.length > 0 ? weights : null;
  }

  /// {@return the delay of each synapse in steps; null where none has its own}
  public int @Nullable [] delays() {
    return steps.length > 0 ? delays : null;
  }
}

package org.eimodel.runtime.drive;

import java.util.List;
import org.eimodel.runtime.state.Reals;

/// Neurons that one call of the step kernel advances: neighbours with the same scalars and the same drives.
public final class Segment {
  private final int from;
  private final int until;
  private final Object scalars;
  private final int[] inputs;
  private final Term[] terms;

  /// @param scalars the block of this segment alone
  /// @param terms drives on inputs of the scalar block, in the order of the plan
  Segment(int from, int until, Object scalars, List<Term> terms) {
    this.from = from;
    this.until = until;
    this.scalars = scalars;
    this.inputs = terms.stream().mapToInt(Term::position).distinct().toArray();
    this.terms = terms.toArray(Term[]::new);
  }

  /// {@return the first neuron, in the storage of the group}
  public int from() {
    return from;
  }

  /// {@return after the last neuron}
  public int until() {
    return until;
  }

  /// {@return the scalar block}
  public Object scalars() {
    return scalars;
  }

  /// Writes the sums of a step.
  void update(long step) {
    for (int input : inputs) {
      double sum = 0;
      for (Term term : terms) {
        if (term.position() == input) {
          sum += term.at(step);
        }
      }
      Reals.set(scalars, input, sum);
    }
  }

  long nextChange(long step) {
    long next = Long.MAX_VALUE;
    for (Term term : terms) {
      next = Math.min(next, term.waveform().nextChange(step));
    }
    return next;
  }
}

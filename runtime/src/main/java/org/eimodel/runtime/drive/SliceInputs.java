package org.eimodel.runtime.drive;

import java.util.List;
import java.util.OptionalInt;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.GroupPlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// The segments of a slice and what drives them. Costs nothing in a step in which no drive changes.
public final class SliceInputs {
  private final Segment[] segments;
  private final ElementInput[] elements;
  private final OptionalInt time;
  private final double dt;
  private long nextChange = Long.MIN_VALUE;

  /// @param outside by array position: what a caller adds, for each neuron of the group; null where nobody does
  public SliceInputs(
      NetworkPlan plan,
      Slice slice,
      Precision precision,
      Object[] arrays,
      double[] @Nullable [] outside) {
    GroupPlan group = plan.groups().get(slice.group());
    List<Slot> inputs =
        group.inputs().values().stream().distinct().filter(Slot::perElement).toList();
    this.segments = Segments.of(plan, slice, precision).toArray(Segment[]::new);
    this.elements =
        ElementInput.of(plan, slice, inputs, arrays, outside).toArray(ElementInput[]::new);
    this.time = group.time().stream().mapToInt(Slot::position).findAny();
    this.dt = plan.dt();
  }

  /// {@return the segments, in storage order}
  public Segment[] segments() {
    return segments;
  }

  /// Forgets what was written: the next step writes all of it.
  public void refresh() {
    nextChange = Long.MIN_VALUE;
  }

  /// Writes what the step that begins at `step` dt reads.
  public void update(long step) {
    if (step >= nextChange) {
      change(step);
    }
    if (time.isPresent()) {
      for (Segment segment : segments) {
        Reals.set(segment.scalars(), time.getAsInt(), step * dt);
      }
    }
  }

  private void change(long step) {
    nextChange = Long.MAX_VALUE;
    for (Segment segment : segments) {
      segment.update(step);
      nextChange = Math.min(nextChange, segment.nextChange(step));
    }
    for (ElementInput input : elements) {
      input.update(step);
      nextChange = Math.min(nextChange, input.nextChange(step));
    }
  }
}

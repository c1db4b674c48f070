package org.eimodel.runtime.drive;

import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.DrivePlan;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// An input that has a number for each neuron of a slice: drives in the order of the plan, then what comes from outside.
final class ElementInput {
  private final Object array;
  private final int first;
  private final double[] sum;
  private final Piece[] pieces;
  private final double @Nullable [] outside;

  /// A drive on some neurons of the slice.
  ///
  /// @param from in the storage of the group
  /// @param shift what takes a neuron of the storage to one of the population
  private record Piece(DrivePlan drive, int from, int until, int shift) {}

  /// @param outside what a caller adds, for each neuron of the group, or null
  ElementInput(
      NetworkPlan plan, Slice slice, Slot slot, Object array, double @Nullable [] outside) {
    this.array = array;
    this.first = slice.first();
    this.sum = new double[slice.size()];
    this.outside = outside;
    this.pieces =
        plan.drives().stream()
            .filter(drive -> drive.input().perElement())
            .filter(drive -> drive.input().position() == slot.position())
            .flatMap(drive ->
                slice.parts().stream()
                    .filter(part -> part.population() == drive.population())
                    .map(part -> piece(drive, part)))
            .filter(piece -> piece.from < piece.until)
            .toArray(Piece[]::new);
  }

  private static Piece piece(DrivePlan drive, Part part) {
    int shift = part.first() - part.offset();
    return new Piece(
        drive,
        Math.max(part.first(), drive.from() + shift),
        Math.min(part.end(), drive.until() + shift),
        shift);
  }

  static List<ElementInput> of(
      NetworkPlan plan,
      Slice slice,
      List<Slot> slots,
      Object[] arrays,
      double[] @Nullable [] outside) {
    return slots.stream()
        .map(slot ->
            new ElementInput(plan, slice, slot, arrays[slot.position()], outside[slot.position()]))
        .toList();
  }

  void update(long step) {
    Arrays.fill(sum, 0);
    for (Piece piece : pieces) {
      if (piece.drive.waveform().on(step)) {
        for (int i = piece.from; i < piece.until; i++) {
          sum[i - first] += piece.drive.amplitude().at(i - piece.shift);
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      Reals.set(array, first + i, outside == null ? sum[i] : sum[i] + outside[first + i]);
    }
  }

  long nextChange(long step) {
    long next = Long.MAX_VALUE;
    for (Piece piece : pieces) {
      next = Math.min(next, piece.drive.waveform().nextChange(step));
    }
    return next;
  }
}

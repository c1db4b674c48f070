package org.eimodel.runtime.step;

import java.util.List;
import org.eimodel.runtime.layout.Layout;
import org.eimodel.runtime.layout.Part;

/// The spikes of the last step, by population, in ascending order; and how many there were since the start.
public final class Firing {
  private final SliceStep[] slices;
  private final SliceStep[][] of;
  private final int[][] parts;

  Firing(Layout layout, SliceStep[] slices) {
    this.slices = slices;
    this.of = new SliceStep[layout.parts().size()][];
    this.parts = new int[of.length][];
    for (int p = 0; p < of.length; p++) {
      List<Part> own = layout.parts().get(p);
      of[p] = own.stream().map(part -> slices[part.slice()]).toArray(SliceStep[]::new);
      parts[p] = own.stream().mapToInt(Part::index).toArray();
    }
  }

  /// {@return how many neurons fired in a step, one of the latest}
  public int count(long step) {
    int count = 0;
    for (SliceStep slice : slices) {
      count += slice.ring().count(slice.ring().slot(step));
    }
    return count;
  }

  /// {@return how often the neurons of a population have fired since the start}
  public long fired(int population) {
    long sum = 0;
    for (int k = 0; k < parts[population].length; k++) {
      sum += of[population][k].fired(parts[population][k]);
    }
    return sum;
  }

  /// Writes the neurons of a population that fired in a step, one of the latest.
  ///
  /// @param shift added to a neuron's index inside its population
  /// @param out has room for all of [#count]
  /// @return after the last place written
  public int write(int population, long step, int shift, int[] out, int at) {
    int to = at;
    for (int k = 0; k < parts[population].length; k++) {
      SliceStep slice = of[population][k];
      SpikeRing ring = slice.ring();
      int slot = ring.slot(step);
      if (ring.count(slot) != 0) {
        int part = parts[population][k];
        int move = shift - slice.shift(part);
        int end = ring.place(slot, part + 1);
        for (int i = ring.place(slot, part); i < end; i++) {
          out[to++] = ring.spikes()[i] + move;
        }
      }
    }
    return to;
  }
}

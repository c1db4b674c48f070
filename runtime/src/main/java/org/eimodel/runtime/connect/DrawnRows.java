package org.eimodel.runtime.connect;

import java.util.List;
import org.eimodel.runtime.layout.Slice;

/// The synapses of a procedural tract: what it takes to draw them, and none of them.
public final class DrawnRows {
  private final List<Wiring> wirings;
  private final List<Slice> slices;
  private final double expected;
  private long counted = -1;

  /// @param wirings of the tract's projections, in its order; prepared before anything is drawn
  /// @param slices that the tract reaches, in storage order
  /// @param expected number of synapses
  DrawnRows(List<Wiring> wirings, List<Slice> slices, double expected) {
    this.wirings = List.copyOf(wirings);
    this.slices = slices;
    this.expected = expected;
  }

  /// {@return what draws the rows of some spikes}
  ///
  /// @param shift what takes a spike to a source of these rows
  /// @param space of the thread that asks
  public Spreader drawing(int shift, RowSpace space) {
    if (UnsortedSpreader.fits(wirings)) {
      return new UnsortedSpreader(wirings, slices, shift, space);
    }
    return new RowSpreader(new DrawnRow(wirings, space), slices, shift);
  }

  /// {@return how many slices there are}
  public int slices() {
    return slices.size();
  }

  /// {@return how many synapses there are; as many as are expected where only asking all pairs would tell}
  public long synapses() {
    if (counted < 0) {
      boolean known = wirings.stream().allMatch(RowDraws::tellsLengths);
      counted =
          known ? wirings.stream().mapToLong(DrawnRows::count).sum() : Math.round(expected);
    }
    return counted;
  }

  private static long count(Wiring wiring) {
    RowDraw draw = RowDraws.of(wiring, new RowSpace());
    long sum = 0;
    for (int s = 0; s < wiring.sources; s++) {
      sum += draw.length(s);
    }
    return sum;
  }

  /// {@return the memory of what is known before a row is drawn}
  public long bytes() {
    return wirings.stream().mapToLong(wiring -> 4L * wiring.counts.length).sum();
  }
}

package org.eimodel.runtime.connect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eimodel.runtime.layout.Slice;

/// The synapses of a procedural tract: what it takes to draw them, and none of them.
public final class DrawnRows {
  private final List<Wiring> wirings;
  private final List<Slice> slices;
  private final Map<String, Long> counted = new LinkedHashMap<>();

  /// @param wirings of the tract's projections, in its order; prepared before anything is drawn
  /// @param slices that the tract reaches, in storage order
  DrawnRows(List<Wiring> wirings, List<Slice> slices) {
    this.wirings = List.copyOf(wirings);
    this.slices = slices;
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

  /// {@return how many synapses are expected}
  public double expected() {
    return wirings.stream().mapToDouble(wiring -> wiring.expected).sum();
  }

  /// {@return how many synapses there are; as many as are expected where only asking all pairs would tell}
  public long synapses() {
    return synapsesByFamily().values().stream().mapToLong(n -> n).sum();
  }

  /// {@return the same, by the declared name of the projections}
  public Map<String, Long> synapsesByFamily() {
    if (counted.isEmpty()) {
      wirings.forEach(wiring -> counted.merge(wiring.family, count(wiring), Long::sum));
    }
    return counted;
  }

  private static long count(Wiring wiring) {
    if (!RowDraws.tellsLengths(wiring)) {
      return Math.round(wiring.expected);
    }
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

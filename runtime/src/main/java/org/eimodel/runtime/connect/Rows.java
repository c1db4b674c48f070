package org.eimodel.runtime.connect;

import org.eimodel.runtime.layout.Part;
import org.jspecify.annotations.Nullable;

/// The synapses of one projection onto one part of its target population: for each source a row of targets.
///
/// *Shape*: sources come in chunks of `2^shift`. The row of source s lies in chunk c = s >>> shift of `targets`, from
/// `start(c, i)` up to `start(c, i + 1)` with i = s & mask. Targets are counted from the first neuron of the slice.
public final class Rows {
  private final Part part;
  private final int shift;
  private final int mask;
  private final char[][] targets;
  private final int[] @Nullable [] starts;
  private final int[] lengths;

  Rows(Part part, int shift, int sources) {
    int chunks = ((sources - 1) >>> shift) + 1;
    this.part = part;
    this.shift = shift;
    this.mask = (1 << shift) - 1;
    this.targets = new char[chunks][];
    this.starts = new int[chunks][];
    this.lengths = new int[chunks];
  }

  /// Sets a chunk whose rows all have the same length.
  void put(int chunk, char[] row, int length) {
    targets[chunk] = row;
    lengths[chunk] = length;
  }

  /// Sets a chunk; where all its rows turn out to have the same length, their places are not kept.
  ///
  /// @param places where each row starts, and the end of the last
  void put(int chunk, char[] row, int[] places) {
    targets[chunk] = row;
    int length = places[1];
    for (int i = 1; i + 1 < places.length; i++) {
      if (places[i + 1] - places[i] != length) {
        starts[chunk] = places;
        return;
      }
    }
    lengths[chunk] = length;
  }

  /// {@return the targets' part}
  public Part part() {
    return part;
  }

  /// {@return the chunk of a source}
  public int chunk(int source) {
    return source >>> shift;
  }

  /// {@return the targets of all rows of a chunk}
  public char[] targets(int chunk) {
    return targets[chunk];
  }

  /// {@return where the row of a source starts}
  public int start(int chunk, int source) {
    int[] places = starts[chunk];
    int i = source & mask;
    return places == null ? i * lengths[chunk] : places[i];
  }

  /// {@return where the row of a source ends}
  public int end(int chunk, int source) {
    int[] places = starts[chunk];
    int i = (source & mask) + 1;
    return places == null ? i * lengths[chunk] : places[i];
  }

  /// {@return how many synapses there are}
  public long synapses() {
    long sum = 0;
    for (char[] row : targets) {
      sum += row.length;
    }
    return sum;
  }

  /// {@return the memory of the arrays}
  public long bytes() {
    long sum = 0;
    for (int c = 0; c < targets.length; c++) {
      int[] places = starts[c];
      sum += 2L * targets[c].length + (places == null ? 0 : 4L * places.length);
    }
    return sum;
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.List;
import org.eimodel.runtime.layout.Slice;

/// Draws the rows of a chunk of sources, each whole, and cuts them at the borders of slices.
///
/// @param slices that the tract reaches, in storage order
/// @param rows of each of them
/// @param from the first source
/// @param until after the last source
record SlicedTask(
    List<Wiring> wirings, List<Slice> slices, List<Rows> rows, int chunk, int from, int until)
    implements BuildTask {

  @Override
  public void run(Scratch scratch) {
    DrawnRow row = new DrawnRow(wirings, scratch.space());
    int[][] starts = new int[rows.size()][until - from + 1];
    RowBuffer[] parts = new RowBuffer[rows.size()];
    Arrays.setAll(parts, scratch::buffer);
    long size = size();
    if (parts.length == 1 && size >= 0) {
      parts[0].reserve(Math.toIntExact(size));
    }
    for (int s = from; s < until; s += ROWS) {
      draw(row, s, Math.min(until, s + ROWS), parts, starts);
    }
    for (int p = 0; p < parts.length; p++) {
      rows.get(p).put(chunk, parts[p].chunk(starts[p]));
    }
  }

  /// {@return how many synapses there will be; -1 where that is not known before}
  private long size() {
    long sum = 0;
    for (Wiring wiring : wirings) {
      if (wiring.counts.length == 0) {
        return -1;
      }
      for (int s = from; s < until; s++) {
        sum += wiring.counts[s];
      }
    }
    return sum;
  }

  private void draw(DrawnRow row, int begin, int end, RowBuffer[] parts, int[][] starts) {
    for (int s = begin; s < end; s++) {
      row.draw(s);
      cut(row, s - from, parts, starts);
    }
  }

  private void cut(DrawnRow row, int number, RowBuffer[] parts, int[][] starts) {
    int next = 0;
    for (int p = 0; p < parts.length; p++) {
      Slice slice = slices.get(p);
      int begin = next;
      next = p == parts.length - 1 ? row.count() : row.before(slice.end(), begin);
      parts[p].append(row, begin, next, slice.first());
      starts[p][number + 1] = parts[p].size();
    }
  }
}

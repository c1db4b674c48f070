package org.eimodel.runtime.connect;

import java.util.List;
import org.eimodel.runtime.layout.Slice;

/// Draws the rows of a chunk of sources, each whole, and says how many targets of each lie in which slice.
///
/// @param slices that the tract reaches, in storage order
/// @param from the first source
/// @param until after the last source
record WholeTask(
    List<Wiring> wirings, List<Slice> slices, WholeRows rows, int chunk, int from, int until)
    implements BuildTask {

  @Override
  public void run(Scratch scratch) {
    DrawnRow row = new DrawnRow(wirings, scratch.space());
    RowBuffer buffer = scratch.buffer(0);
    int[] counts = new int[Math.multiplyExact(until - from, slices.size())];
    for (int s = from; s < until; s += ROWS) {
      draw(row, s, Math.min(until, s + ROWS), buffer, counts);
    }
    rows.put(chunk, WholeChunk.of(buffer, counts, slices.size()));
  }

  private void draw(DrawnRow row, int begin, int end, RowBuffer buffer, int[] counts) {
    for (int s = begin; s < end; s++) {
      row.draw(s);
      cut(row, buffer, counts, (s - from) * slices.size());
    }
  }

  private void cut(DrawnRow row, RowBuffer buffer, int[] counts, int at) {
    int next = 0;
    for (int k = 0; k < slices.size(); k++) {
      Slice slice = slices.get(k);
      int begin = next;
      next = k == slices.size() - 1 ? row.count() : row.before(slice.end(), begin);
      buffer.append(row, begin, next, slice.first());
      counts[at + k] = next - begin;
    }
  }
}

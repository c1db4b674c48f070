package org.eimodel.runtime.connect;

import java.util.List;
import org.eimodel.runtime.layout.Slice;

/// Draws the row of each spike anew and cuts it at the borders of slices.
final class RowSpreader implements Spreader {
  private final DrawnRow row;
  private final int[] first;
  private final int[] end;
  private final int shift;

  /// @param slices that the rows reach, in storage order
  /// @param shift what takes a spike to a source
  RowSpreader(DrawnRow row, List<Slice> slices, int shift) {
    this.row = row;
    this.first = slices.stream().mapToInt(Slice::first).toArray();
    this.end = slices.stream().mapToInt(Slice::end).toArray();
    this.shift = shift;
  }

  @Override
  public void spread(int[] spikes, int from, int to, Terminals lists) {
    lists.clear();
    for (int i = from; i < to; i++) {
      row.draw(spikes[i] - shift);
      lists.next();
      int next = 0;
      for (int k = 0; k < first.length; k++) {
        int begin = next;
        next = k + 1 < first.length ? row.before(end[k], begin) : row.count();
        lists.append(k, row, begin, next, first[k]);
      }
    }
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
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
    Wiring first = wirings.getFirst();
    if (first.rule instanceof ConnectionRule.OutDegree(int count, boolean multapses)
        && !multapses
        && wirings.size() == 1
        && rows.size() == 1
        && !first.ownValues()) {
      rows.getFirst().put(chunk, Chunk.of(direct(first, count), Starts.even(until - from, count)));
    } else {
      cut(scratch);
    }
  }

  /// The size is known and nothing is cut: rows are drawn where they stay.
  private char[] direct(Wiring wiring, int count) {
    char[] targets = new char[Math.multiplyExact(count, until - from)];
    RandomStream stream = wiring.stream();
    DistinctDraw distinct = new DistinctDraw();
    int base = wiring.firstTarget - slices.getFirst().first();
    for (int s = from, place = 0; s < until; s++, place += count) {
      distinct.draw(stream.seek(s, 0), wiring.candidates(), count, targets, place, base);
      if (wiring.withoutSelf) {
        for (int i = place; i < place + count; i++) {
          targets[i] += (char) (targets[i] >= base + s ? 1 : 0);
        }
      }
    }
    return targets;
  }

  private void cut(Scratch scratch) {
    DrawnRow row = new DrawnRow(wirings);
    int[][] starts = new int[rows.size()][until - from + 1];
    RowBuffer[] parts = new RowBuffer[rows.size()];
    Arrays.setAll(parts, scratch::buffer);
    for (int s = from; s < until; s++) {
      row.draw(s);
      int next = 0;
      for (int p = 0; p < parts.length; p++) {
        Slice slice = slices.get(p);
        int begin = next;
        next = row.before(slice.end(), begin);
        parts[p].append(row, begin, next, slice.first());
        starts[p][s - from + 1] = parts[p].size();
      }
    }
    for (int p = 0; p < parts.length; p++) {
      rows.get(p).put(chunk, parts[p].chunk(starts[p]));
    }
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.List;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.runtime.layout.Part;

/// Draws the rows of a chunk of sources, each whole, and cuts them at the borders of slices.
///
/// @param from the first source
/// @param until after the last source
record ChunkTask(Wiring wiring, List<Rows> rows, int[] bases, int chunk, int from, int until)
    implements BuildTask {

  @Override
  public void run(Scratch scratch) {
    if (wiring.rule instanceof ConnectionRule.OutDegree(int count, boolean multapses)
        && !multapses
        && rows.size() == 1
        && !wiring.ownValues()) {
      rows.getFirst().put(chunk, Chunk.even(direct(count), count));
    } else {
      cut(scratch);
    }
  }

  /// The size is known and nothing is cut: rows are drawn where they stay.
  private char[] direct(int count) {
    char[] targets = new char[Math.multiplyExact(count, until - from)];
    RandomStream stream = wiring.stream();
    DistinctDraw distinct = new DistinctDraw();
    int base = bases[0];
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
    RowDraw draw = RowDraws.of(wiring);
    RowValues values = new RowValues(wiring);
    int[] row = scratch.row(draw.longest());
    int[][] starts = new int[rows.size()][until - from + 1];
    RowBuffer[] parts = new RowBuffer[rows.size()];
    Arrays.setAll(parts, scratch::part);
    for (int s = from; s < until; s++) {
      int count = draw.draw(s, row);
      values.draw(s, row, count);
      int next = 0;
      for (int p = 0; p < parts.length; p++) {
        Part part = rows.get(p).part();
        int end = part.offset() + part.size();
        int begin = next;
        while (next < count && row[next] < end) {
          next++;
        }
        parts[p].append(row, values, begin, next, bases[p]);
        starts[p][s - from + 1] = parts[p].size();
      }
    }
    for (int p = 0; p < parts.length; p++) {
      rows.get(p).put(chunk, parts[p].chunk(starts[p], values));
    }
  }
}

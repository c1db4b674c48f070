package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;

/// Draws the columns of a part of the targets and turns them into rows.
///
/// Columns are drawn twice, to count and to place: numbers are cheaper than the memory to keep them.
///
/// @param part the targets
/// @param slice that they are in
/// @param shift sources in a chunk, as a power of two
record ColumnTask(
    Wiring wiring, ConnectionRule.InDegree rule, Part part, Slice slice, Rows rows, int shift)
    implements BuildTask {

  /// Takes a target, one of its sources, and the synapse's number in the column.
  private interface Synapse {
    void at(int source, int target, int number);
  }

  @Override
  public void run(Scratch scratch) {
    int[] column = new int[rule.count()];
    ColumnValues values = new ColumnValues(wiring, rule.count());
    int base = wiring.firstTarget - slice.first();
    int chunks = rows.chunks();
    int mask = (1 << shift) - 1;
    int[][] starts = new int[chunks][];
    int[][] next = new int[chunks][];
    for (int c = 0; c < chunks; c++) {
      int length = Math.min(mask + 1, wiring.sources - (c << shift));
      starts[c] = new int[length + 1];
      next[c] = new int[length];
    }
    columns(column, (source, _, _) -> starts[source >>> shift][(source & mask) + 1]++, _ -> {});
    ColumnRows[] made = new ColumnRows[chunks];
    for (int c = 0; c < chunks; c++) {
      for (int i = 0; i < next[c].length; i++) {
        starts[c][i + 1] += starts[c][i];
        next[c][i] = starts[c][i];
      }
      made[c] = new ColumnRows(starts[c][next[c].length], values, scratch.precision());
    }
    columns(
        column,
        (source, target, number) ->
            made[source >>> shift].set(
                next[source >>> shift][source & mask]++, base + target, values, number),
        target -> values.draw(target, column));
    for (int c = 0; c < chunks; c++) {
      rows.put(c, made[c].chunk(starts[c]));
    }
  }

  private void columns(int[] column, Synapse synapse, IntConsumer begin) {
    RandomStream stream = wiring.stream();
    DistinctDraw distinct = new DistinctDraw();
    int n = wiring.withoutSelf ? wiring.sources - 1 : wiring.sources;
    for (int t = part.offset(); t < part.offset() + part.size(); t++) {
      stream.seek(t, 0);
      if (rule.multapses()) {
        for (int i = 0; i < rule.count(); i++) {
          column[i] = stream.nextBounded(n);
        }
      } else {
        distinct.draw(stream, n, rule.count(), column, 0);
      }
      if (wiring.withoutSelf) {
        for (int i = 0; i < rule.count(); i++) {
          column[i] += column[i] >= t ? 1 : 0;
        }
      }
      if (rule.multapses() && wiring.ownValues()) {
        Arrays.sort(column, 0, rule.count());
      }
      begin.accept(t);
      for (int i = 0; i < rule.count(); i++) {
        synapse.at(column[i], t, i);
      }
    }
  }
}

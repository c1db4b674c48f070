package org.eimodel.runtime.connect;

import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.runtime.layout.Part;

/// Draws the columns of a part of the targets and turns them into rows.
///
/// Columns are drawn twice, to count and to place: numbers are cheaper than the memory to keep them.
///
/// @param base what takes a target of the population to one of the slice
/// @param shift sources in a chunk, as a power of two
record ColumnTask(Wiring wiring, ConnectionRule.InDegree rule, Rows rows, int base, int shift)
    implements BuildTask {

  /// Takes a target and one of its sources.
  private interface Synapse {
    void at(int source, int target);
  }

  @Override
  public void run(Scratch scratch) {
    int[] column = scratch.row(rule.count());
    int chunks = rows.chunk(wiring.sources - 1) + 1;
    int mask = (1 << shift) - 1;
    int[][] places = new int[chunks][];
    int[][] next = new int[chunks][];
    for (int c = 0; c < chunks; c++) {
      int length = Math.min(mask + 1, wiring.sources - (c << shift));
      places[c] = new int[length + 1];
      next[c] = new int[length];
    }
    columns(column, (source, _) -> places[source >>> shift][(source & mask) + 1]++);
    char[][] targets = new char[chunks][];
    for (int c = 0; c < chunks; c++) {
      for (int i = 0; i < next[c].length; i++) {
        places[c][i + 1] += places[c][i];
        next[c][i] = places[c][i];
      }
      targets[c] = new char[places[c][next[c].length]];
    }
    columns(
        column,
        (source, target) ->
            targets[source >>> shift][next[source >>> shift][source & mask]++] =
                (char) (base + target));
    for (int c = 0; c < chunks; c++) {
      rows.put(c, targets[c], places[c]);
    }
  }

  private void columns(int[] column, Synapse synapse) {
    Part part = rows.part();
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
      for (int i = 0; i < rule.count(); i++) {
        int source = column[i];
        synapse.at(wiring.withoutSelf && source >= t ? source + 1 : source, t);
      }
    }
  }
}

package org.eimodel.runtime.connect;

import java.util.List;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.numeric.BernoulliRow;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.runtime.layout.Slice;
import org.jspecify.annotations.Nullable;

/// Draws the distinct targets of one source in one projection, and takes each to its slice.
final class UnsortedRow {
  /// Neurons that share a first guess at their slice, as a power of two.
  private static final int GUIDE = 8;

  private final Wiring wiring;
  private final RandomStream stream;
  private final DistinctDraw distinct;

  /// Where the length of a row is drawn.
  private final @Nullable BernoulliRow lengths;

  /// Of each slice that the tract reaches, the first neuron and the end, counted inside the target population.
  private final int[] first;

  private final int[] end;

  /// The slices that the population lies in are `low` up to `high`.
  private final int low;

  private final int high;

  /// Of some neighbouring targets, the slice of the first.
  private final int[] guide;

  UnsortedRow(Wiring wiring, List<Slice> slices, RowSpace space) {
    this.wiring = wiring;
    this.stream = wiring.stream(space.philox);
    this.distinct = space.distinct;
    this.lengths =
        wiring.rule instanceof ConnectionRule.Probability(double p)
            ? new BernoulliRow(wiring.candidates(), p, distinct)
            : null;
    this.first = slices.stream().mapToInt(slice -> slice.first() - wiring.firstTarget).toArray();
    this.end = slices.stream().mapToInt(slice -> slice.end() - wiring.firstTarget).toArray();
    this.low = slice(0, 0);
    this.high = slice(wiring.targets - 1, low) + 1;
    this.guide = new int[high - low == 1 ? 0 : ((wiring.targets - 1) >>> GUIDE) + 1];
    for (int g = 0, k = low; g < guide.length; g++) {
      k = slice(g << GUIDE, k);
      guide[g] = k;
    }
  }

  /// {@return the slice of a target, which is no earlier than `from`}
  private int slice(int target, int from) {
    int k = from;
    while (target >= end[k]) {
      k++;
    }
    return k;
  }

  /// Appends the row of a source to what comes into each slice.
  void draw(int source, Terminals lists) {
    stream.seek(source, 0);
    int count = lengths == null ? wiring.count(source) : lengths.count(stream);
    int[] row = distinct.any(stream, wiring.candidates(), count);
    int self = wiring.withoutSelf ? source : Integer.MAX_VALUE;
    for (int k = low; k < high; k++) {
      lists.makeRoom(k, lists.end(k) + count);
    }
    if (high - low == 1) {
      int shift = -first[low];
      int at = lists.end(low);
      char[] out = lists.targets(low);
      for (int i = 0; i < count; i++) {
        // with nothing to guess, so that it runs in lanes
        out[at + i] = (char) (row[i] + (self - 1 - row[i] >>> 31) + shift);
      }
      lists.advance(low, count);
    } else {
      for (int i = 0; i < count; i++) {
        int target = row[i] + (row[i] >= self ? 1 : 0);
        int k = slice(target, guide[target >>> GUIDE]);
        lists.add(k, target - first[k]);
      }
    }
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.numeric.RandomStream;

/// The delay of each random word, in steps, without a quantile for each.
///
/// Delays are monotone in the word, so the words of one delay lie together. Where they begin is found once, by bisection of
/// the very function that it stands for: the table gives the same delays.
final class DelayTable {
  /// Words are looked up by their highest bits first.
  private static final int GUIDE_BITS = 12;

  private static final int SHIFT = Integer.SIZE - GUIDE_BITS;
  private static final long WORDS = 1L << Integer.SIZE;

  private final Distributed distributed;
  private final double dt;

  /// All bits where delays fall as words rise, else none.
  private final int flip;

  /// Delays from the shortest on; the first words of each, and the first rejected one after the last.
  private final int shortest;

  private final long[] begins;

  /// For each value of the highest bits, the entry of `begins` that holds the first of these words.
  private final int[] guide = new int[1 << GUIDE_BITS];

  DelayTable(Distributed distributed, double dt) {
    this.distributed = distributed;
    this.dt = dt;
    this.flip = flip(distributed);
    long first = first(distributed, flip);
    long end = first(first, place -> distributed.side(number(place)) > 0);
    if (first == end) {
      throw new IllegalArgumentException("the bounds exclude every delay");
    }
    this.shortest = rounded(first);
    this.begins = new long[rounded(end - 1) - shortest + 2];
    begins[0] = first;
    for (int k = 1; k < begins.length - 1; k++) {
      int delay = shortest + k;
      begins[k] = first(begins[k - 1], place -> place >= end || rounded(place) >= delay);
    }
    begins[begins.length - 1] = end;
    for (int g = 0, k = 0; g < guide.length; g++) {
      while (k + 1 < begins.length && begins[k + 1] <= (long) g << SHIFT) {
        k++;
      }
      guide[g] = k;
    }
  }

  /// {@return the shortest delay that may come up, without a table}
  static int shortest(Distributed distributed, double dt) {
    int flip = flip(distributed);
    int word = (int) first(distributed, flip) ^ flip;
    return RowDelays.steps(distributed.clipped(distributed.unbounded(word)), dt);
  }

  private static int flip(Distributed distributed) {
    return distributed.unbounded(0) > distributed.unbounded(-1) ? -1 : 0;
  }

  /// {@return the first place whose number is not too small}
  private static long first(Distributed distributed, int flip) {
    return first(0, place -> distributed.side(distributed.unbounded((int) place ^ flip)) >= 0);
  }

  private interface Question {
    boolean holds(long place);
  }

  /// {@return the first place from `low` on where a question holds, that holds from there on}
  private static long first(long low, Question question) {
    long no = low - 1;
    long yes = WORDS;
    while (yes - no > 1) {
      long middle = (no + yes) >>> 1;
      if (question.holds(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }

  /// {@return the number at a place in ascending order of numbers}
  private double number(long place) {
    return distributed.unbounded((int) place ^ flip);
  }

  private int rounded(long place) {
    return RowDelays.steps(distributed.clipped(number(place)), dt);
  }

  /// {@return the delay of a word, or -1 where the bound rejects it}
  int steps(int word) {
    int flipped = word ^ flip;
    long place = flipped & 0xFFFFFFFFL;
    int k = guide[flipped >>> SHIFT];
    while (k + 1 < begins.length && begins[k + 1] <= place) {
      k++;
    }
    return k + 1 == begins.length || place < begins[0] ? -1 : shortest + k;
  }

  /// {@return the delay of a synapse whose first word was rejected}
  int again(RandomStream stream, int element, int synapse) {
    return steps(distributed.again(stream, element, synapse));
  }

  /// {@return the shortest delay that may come up}
  int shortest() {
    return shortest;
  }

  /// {@return the longest delay that may come up}
  int longest() {
    return shortest + begins.length - 2;
  }

  /// {@return the probability of each delay, from the shortest on, among those accepted}
  double[] probabilities() {
    double[] share = new double[begins.length - 1];
    double all = begins[begins.length - 1] - begins[0];
    Arrays.setAll(share, k -> (begins[k + 1] - begins[k]) / all);
    return share;
  }
}

package org.eimodel.runtime.poisson;

import java.util.Arrays;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.numeric.DoubleFunctions;
import org.jspecify.annotations.Nullable;

/// The Poisson number of each random word, as [PoissonPlan] defines it.
///
/// Numbers rise with the word (without sign), so each has a range of words: the first word of every number is computed once
/// from the distribution function, and words are looked up.
final class CountTable {
  /// Words are looked up by their highest bits first: so many where one table serves all neurons, so that nearly no look-up
  /// takes a second look, and so many where each neuron has a table.
  static final int FINE = 12;

  static final int COARSE = 6;

  private static final int WORDS_EXPONENT = 33;

  /// Bounds beyond which looking words up is as quick as comparing them with each.
  private static final int MOST_BOUNDS = 24;

  /// Words whose number may lie above all bounds, of all 2^32: one in eight blocks has such a word.
  private static final long BEYOND = 1L << 20;

  /// Words from `ends[c]` on, without sign, have a number above c. Only numbers that some word has are here, and the last
  /// entry is after all words.
  private final long[] ends;

  /// For each value of the highest bits, the number of the first of these words.
  private final char[] guide;

  private final int shift;

  CountTable(double mean, int guideBits) {
    guide = new char[1 << guideBits];
    shift = Integer.SIZE - guideBits;
    long[] all = new long[(int) (mean + 20 * Math.sqrt(mean)) + 64];
    double term = DoubleFunctions.exp(-mean);
    double sum = term;
    int count = 0;
    while (true) {
      all[count] = wordsUpTo(sum);
      if (all[count] >= 1L << Integer.SIZE) {
        break;
      }
      count++;
      term = term * mean / count;
      sum += term;
    }
    ends = Arrays.copyOf(all, count + 1);
    for (int g = 0, c = 0; g < guide.length; g++) {
      while (ends[c] <= (long) g << shift) {
        c++;
      }
      guide[g] = (char) c;
    }
  }

  /// {@return about the bytes of a table, small as it may be}
  static long bytes(double mean, int guideBits) {
    long object = 80;
    // The word of the highest number is the last of 2^32: six standard deviations or so.
    long numbers = (long) (mean + 6 * Math.sqrt(mean)) + 8;
    return object + ((long) Character.BYTES << guideBits) + Long.BYTES * numbers;
  }

  /// {@return how many words k have (2 k + 1) 2^-33 at most `share`}
  private static long wordsUpTo(double share) {
    double scaled = Math.scalb(share, WORDS_EXPONENT);
    return scaled < 1 ? 0 : (long) Math.floor((scaled - 1) / 2) + 1;
  }

  /// {@return the number of a word}
  int count(int word) {
    long place = word & 0xFFFFFFFFL;
    int c = guide[word >>> shift];
    while (place >= ends[c]) {
      c++;
    }
    return c;
  }

  /// {@return for each number from 0 on the last word that has it, so that nearly every word's number is how many of these lie
  /// below it; those that lie above all are to be looked up. Null where that would be too many}
  int @Nullable [] bounds() {
    for (int n = 1; n <= Math.min(MOST_BOUNDS, ends.length); n++) {
      if ((1L << Integer.SIZE) - ends[n - 1] <= BEYOND) {
        int[] bounds = new int[n];
        Arrays.setAll(bounds, c -> (int) (ends[c] - 1));
        return ends[0] == 0 ? null : bounds;
      }
    }
    return null;
  }

  /// {@return the largest number that any word has}
  int most() {
    return ends.length - 1;
  }
}

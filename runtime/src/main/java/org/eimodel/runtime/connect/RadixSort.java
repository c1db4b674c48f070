package org.eimodel.runtime.connect;

import java.util.Arrays;

/// Sorts numbers of few bits, byte by byte from the lowest. Belongs to one thread.
///
/// Rows of some hundred targets are sorted three times as fast as by comparing them: no branch has to be guessed.
final class RadixSort {
  private static final int BITS = 8;
  private static final int MASK = (1 << BITS) - 1;

  private final int[] next = new int[1 << BITS];
  private int[] other = {};

  /// Sorts `numbers` from index `from` on, ascending.
  ///
  /// @param below what all of them, none negative, are below
  void sort(int[] numbers, int from, int count, int below) {
    if (other.length < count) {
      other = new int[count + (count >>> 1)];
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(below - 1);
    boolean away = false;
    for (int shift = 0; shift < bits; shift += BITS) {
      if (away) {
        pass(other, 0, numbers, from, count, shift);
      } else {
        pass(numbers, from, other, 0, count, shift);
      }
      away = !away;
    }
    if (away) {
      System.arraycopy(other, 0, numbers, from, count);
    }
  }

  private void pass(int[] in, int from, int[] out, int to, int count, int shift) {
    int[] next = this.next;
    Arrays.fill(next, 0);
    for (int i = from; i < from + count; i++) {
      next[in[i] >>> shift & MASK]++;
    }
    int sum = to;
    for (int k = 0; k < next.length; k++) {
      int here = next[k];
      next[k] = sum;
      sum += here;
    }
    for (int i = from; i < from + count; i++) {
      out[next[in[i] >>> shift & MASK]++] = in[i];
    }
  }
}

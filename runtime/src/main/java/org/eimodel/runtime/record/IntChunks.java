package org.eimodel.runtime.record;

import java.util.Arrays;

/// A list of numbers that grows without moving them.
final class IntChunks {
  private static final int SHIFT = 12;
  private static final int SIZE = 1 << SHIFT;

  private int[][] chunks = {new int[SIZE]};
  private int last;
  private int fill;

  void add(int value) {
    if (fill == SIZE) {
      if (++last == chunks.length) {
        chunks = Arrays.copyOf(chunks, 2 * last);
      }
      chunks[last] = new int[SIZE];
      fill = 0;
    }
    chunks[last][fill++] = value;
  }

  long size() {
    return ((long) last << SHIFT) + fill;
  }

  int get(long index) {
    return chunks[(int) (index >>> SHIFT)][(int) index & (SIZE - 1)];
  }

  /// {@return the array that holds a number; it may be read up to [#run] places from [#place]}
  int[] chunk(long index) {
    return chunks[(int) (index >>> SHIFT)];
  }

  int place(long index) {
    return (int) index & (SIZE - 1);
  }

  /// {@return how many of the numbers from `index` up to `end` lie side by side}
  int run(long index, long end) {
    return (int) Math.min(end - index, SIZE - place(index));
  }
}

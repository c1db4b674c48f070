package org.eimodel.runtime.connect;

import java.util.Arrays;

/// Puts a part of a row into the order of its delays; equal ones stay in the order of the row. Belongs to one thread.
final class DelayOrder {
  private int[] order = {};
  private int[] next = {};
  private long[] keys = {};

  /// {@return the positions `from` up to `to` in their new order, from index 0 on; valid until the next call}
  int[] of(int[] delays, int from, int to) {
    int count = to - from;
    if (order.length < count) {
      order = new int[count + (count >>> 1)];
    }
    int low = Integer.MAX_VALUE;
    int high = 0;
    for (int i = from; i < to; i++) {
      low = Math.min(low, delays[i]);
      high = Math.max(high, delays[i]);
    }
    if (high - low <= 4 * count + 64) {
      countDelays(delays, from, to, low, high);
    } else {
      sortKeys(delays, from, to);
    }
    return order;
  }

  private void countDelays(int[] delays, int from, int to, int low, int high) {
    int kinds = Math.max(0, high - low + 1);
    if (next.length <= kinds) {
      next = new int[2 * kinds + 64];
    }
    Arrays.fill(next, 0, kinds + 1, 0);
    for (int i = from; i < to; i++) {
      next[delays[i] - low + 1]++;
    }
    for (int k = 0; k < kinds; k++) {
      next[k + 1] += next[k];
    }
    for (int i = from; i < to; i++) {
      order[next[delays[i] - low]++] = i;
    }
  }

  private void sortKeys(int[] delays, int from, int to) {
    int count = to - from;
    if (keys.length < count) {
      keys = new long[count + (count >>> 1)];
    }
    for (int i = from; i < to; i++) {
      keys[i - from] = (long) delays[i] << Integer.SIZE | i;
    }
    Arrays.sort(keys, 0, count);
    for (int k = 0; k < count; k++) {
      order[k] = (int) keys[k];
    }
  }
}

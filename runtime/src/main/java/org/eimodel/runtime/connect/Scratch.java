package org.eimodel.runtime.connect;

import java.util.Arrays;

/// Memory that one worker draws into before the exact size of a chunk is known; kept from chunk to chunk.
final class Scratch {
  private char[][] parts = {};
  private int[] row = {};

  /// {@return a row of at least this length}
  int[] row(int length) {
    if (row.length < length) {
      row = new int[length];
    }
    return row;
  }

  /// {@return the buffer of a part, at least this long, with what it held}
  char[] part(int part, int length) {
    if (parts.length <= part) {
      int old = parts.length;
      parts = Arrays.copyOf(parts, part + 1);
      Arrays.fill(parts, old, parts.length, new char[0]);
    }
    if (parts[part].length < length) {
      parts[part] = Arrays.copyOf(parts[part], Math.max(length, parts[part].length * 3 / 2));
    }
    return parts[part];
  }
}

package org.eimodel.runtime.connect;

import org.jspecify.annotations.Nullable;

/// Where each of many rows starts. Where all have the same length, nothing is kept.
///
/// @param places of each row, and the end of the last; null where each row has `length`
/// @param rows how many there are
record Starts(int @Nullable [] places, int rows, int length) {

  /// @param places where each row starts, and the end of the last
  static Starts of(int[] places) {
    int length = places[1];
    boolean even = true;
    for (int i = 1; i + 1 < places.length && even; i++) {
      even = places[i + 1] - places[i] == length;
    }
    return new Starts(even ? null : places, places.length - 1, even ? length : 0);
  }

  static Starts even(int rows, int length) {
    return new Starts(null, rows, length);
  }

  /// {@return where a row starts; the row after the last one starts at the end}
  int of(int row) {
    return places == null ? row * length : places[row];
  }

  int end() {
    return of(rows);
  }

  long bytes() {
    return places == null ? 0 : 4L * places.length;
  }
}

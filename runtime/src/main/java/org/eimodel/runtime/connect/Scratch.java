package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.compiler.ir.Precision;

/// Memory that one worker draws into before the exact size of a chunk is known; kept from chunk to chunk.
final class Scratch {
  private final Precision precision;
  private final List<RowBuffer> parts = new ArrayList<>();
  private int[] row = {};

  Scratch(Precision precision) {
    this.precision = precision;
  }

  /// {@return the precision of weights}
  Precision precision() {
    return precision;
  }

  /// {@return a row of at least this length}
  int[] row(int length) {
    if (row.length < length) {
      row = new int[length];
    }
    return row;
  }

  /// {@return the buffer of a part, with nothing in it}
  RowBuffer part(int part) {
    while (parts.size() <= part) {
      parts.add(new RowBuffer(precision));
    }
    RowBuffer buffer = parts.get(part);
    buffer.clear();
    return buffer;
  }
}

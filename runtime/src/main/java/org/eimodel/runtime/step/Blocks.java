package org.eimodel.runtime.step;

import java.util.ArrayList;
import java.util.List;
import org.eimodel.runtime.connect.Chunk;
import org.eimodel.runtime.connect.Rows;
import org.jspecify.annotations.Nullable;

/// The arrays of all rows of one slice, so that a number says which.
final class Blocks {
  /// Bytes of synapses that a second-level cache keeps beside the states of a slice, about.
  private static final long CACHED = 1 << 20;

  private final List<Chunk> chunks = new ArrayList<>();
  private char[][] targets = {};
  private @Nullable Object[] weights = {};
  private long bytes;

  /// Adds the chunks of some rows.
  ///
  /// @return the number of the first one
  int add(Rows rows) {
    int first = chunks.size();
    for (int c = 0; c < rows.chunks(); c++) {
      chunks.add(rows.at(c));
    }
    bytes += rows.bytes();
    targets = chunks.stream().map(Chunk::targets).toArray(char[][]::new);
    weights = chunks.stream().map(Chunk::weights).toArray();
    return first;
  }

  /// {@return whether they are too many for a cache: memory is then better asked for early}
  boolean outgrowCache() {
    return bytes > CACHED;
  }

  /// {@return the targets of each chunk}
  char[][] targets() {
    return targets;
  }

  /// {@return the weights of each chunk; null where synapses have none of their own}
  @Nullable Object[] weights() {
    return weights;
  }
}

package org.eimodel.runtime.step;

import java.util.Arrays;
import org.eimodel.runtime.connect.Rows;
import org.jspecify.annotations.Nullable;

/// The arrays of all rows of one slice, so that a number says which.
final class Blocks {
  /// Bytes of synapses that a second-level cache keeps beside the states of a slice, about.
  private static final long CACHED = 1 << 20;

  private char[][] targets = {};
  private @Nullable Object[] weights = {};
  private int[] @Nullable [] packed = {};
  private long bytes;

  /// Adds the chunks of some rows.
  ///
  /// @return the number of the first one
  int add(Rows rows) {
    int first = targets.length;
    targets = Arrays.copyOf(targets, first + rows.chunks());
    weights = Arrays.copyOf(weights, targets.length);
    packed = Arrays.copyOf(packed, targets.length);
    for (int c = 0; c < rows.chunks(); c++) {
      targets[first + c] = rows.at(c).targets();
      weights[first + c] = rows.at(c).weights();
      packed[first + c] = rows.at(c).packed();
    }
    bytes += rows.bytes();
    return first;
  }

  /// {@return whether they are too many for a cache: memory is then better asked for early}
  boolean outgrowCache() {
    return bytes > CACHED;
  }

  /// {@return the targets of each chunk; none where they are packed}
  char[][] targets() {
    return targets;
  }

  /// {@return the weights of each chunk; null where synapses have none of their own, or they are packed}
  @Nullable Object[] weights() {
    return weights;
  }

  /// {@return the packed runs of each chunk; null where it has none}
  int[] @Nullable [] packed() {
    return packed;
  }
}

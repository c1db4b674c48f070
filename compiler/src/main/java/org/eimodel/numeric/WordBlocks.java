package org.eimodel.numeric;

/// Gives neighbouring blocks of random words of one element; the same words in every form. Belongs to one thread.
@FunctionalInterface
public interface WordBlocks {
  /// Writes `blocks` [Philox] blocks of four words each: the counters (first + i, c1, c2, c3) for i from 0.
  ///
  /// @param key low half k0, high half k1
  /// @param out receives 4 * `blocks` words from index `from`
  void fill(long key, int first, int c1, int c2, int c3, int blocks, int[] out, int from);

  /// {@return how many blocks cost as much as one: multiples of them are asked for best}
  default int together() {
    return 1;
  }
}

package org.eimodel.compiler.kernel;

/// Gives the first block of random words of many elements at once; the same words in every form.
@FunctionalInterface
public interface RandomBlocks {
  /// Writes the [Philox][org.eimodel.numeric.Philox] blocks of the counters (0, first + i, c2, c3), for i from 0.
  ///
  /// @param key low half k0, high half k1
  /// @param out *shape*: word k of element i at k * `elements` + i, and four places more that are written over
  void fill(long key, int first, int c2, int c3, int elements, int[] out);
}

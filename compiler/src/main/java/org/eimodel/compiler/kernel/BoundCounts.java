package org.eimodel.compiler.kernel;

/// Counts, for each of many random words, how many bounds lie below it: the number of a word in a discrete distribution.
///
/// Words and bounds are compared without sign.
public interface BoundCounts {
  /// Writes the counts of `words[first]` and those after it to `out`, from `from` to before `until`.
  ///
  /// @return the largest of them, at least 0
  int count(int[] words, int first, int[] bounds, float[] out, int from, int until);

  /// The same in double precision.
  int count(int[] words, int first, int[] bounds, double[] out, int from, int until);
}

package org.eimodel.compiler.kernel;

import org.eimodel.numeric.DoubleFunctions;

/// The quantiles of the standard normal distribution at many numbers.
public interface NormalQuantiles {
  /// The scalar form.
  NormalQuantiles SCALAR = DoubleFunctions::normalQuantile;

  /// Writes the quantiles of `p[0]` up to `p[count]` from `out[from]` on.
  ///
  /// @param p between 0 and 1, both excluded
  /// @param work of length `count` at least; what is in it is lost
  void of(double[] p, int count, double[] out, int from, int[] work);
}

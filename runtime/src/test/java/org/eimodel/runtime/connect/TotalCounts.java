package org.eimodel.runtime.connect;

import org.eimodel.numeric.RandomStream;

/// Lets tests of other packages see how `total` shares its synapses among sources.
public final class TotalCounts {
  private TotalCounts() {}

  /// {@return how many synapses each source gets}
  public static int[] draw(
      RandomStream stream, int sources, int candidates, long total, boolean multapses) {
    return RowCounts.draw(stream, sources, candidates, total, multapses);
  }
}

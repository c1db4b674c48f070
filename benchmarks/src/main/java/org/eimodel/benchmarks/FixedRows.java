package org.eimodel.benchmarks;

import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.RandomStream;
import org.eimodel.numeric.StreamKey;

/// Synapses in compressed rows: every source has the same number of distinct targets.
///
/// @param degree targets of a source
/// @param targets of source i: from `i * degree` on, ascending
record FixedRows(int degree, char[] targets) {
  static FixedRows draw(String name, int sources, int size, int degree) {
    char[] targets = new char[sources * degree];
    RandomStream stream = new RandomStream(StreamKey.of(1, name));
    DistinctDraw draw = new DistinctDraw();
    for (int i = 0; i < sources; i++) {
      draw.draw(stream.seek(i, 0), size, degree, targets, i * degree, 0);
    }
    return new FixedRows(degree, targets);
  }
}

package org.eimodel.runtime.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.NormalQuantiles;

/// Memory that one worker draws into before the exact size of a chunk is known; kept from chunk to chunk.
final class Scratch {
  private final Precision precision;
  private final RowSpace space;
  private final List<RowBuffer> buffers = new ArrayList<>();

  /// @param quantiles gives the best form of normal quantiles that there is
  Scratch(Precision precision, Supplier<NormalQuantiles> quantiles) {
    this.precision = precision;
    this.space = new RowSpace(quantiles);
  }

  /// {@return the precision of weights}
  Precision precision() {
    return precision;
  }

  /// {@return what rows are drawn into}
  RowSpace space() {
    return space;
  }

  /// {@return a buffer with nothing in it}
  RowBuffer buffer(int index) {
    while (buffers.size() <= index) {
      buffers.add(new RowBuffer(precision));
    }
    RowBuffer buffer = buffers.get(index);
    buffer.clear();
    return buffer;
  }
}

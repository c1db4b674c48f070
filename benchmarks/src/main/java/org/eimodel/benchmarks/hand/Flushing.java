package org.eimodel.benchmarks.hand;

import java.lang.reflect.Array;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.kernel.FlushToZero;
import org.eimodel.vector.numeric.FlushLanes;

/// Makes zeros of what is next to zero, when the engine does.
final class Flushing {
  private final FlushToZero form;
  private final Object[] states;
  private long step;

  /// @param states `float[]` or `double[]` each, as the precision asks
  Flushing(Precision precision, Object... states) {
    this.form = FlushLanes.of(precision);
    this.states = states;
  }

  /// To be called after each step.
  void afterStep() {
    if (FlushToZero.follows(step++)) {
      for (Object numbers : states) {
        form.flush(numbers, 0, Array.getLength(numbers));
      }
    }
  }
}

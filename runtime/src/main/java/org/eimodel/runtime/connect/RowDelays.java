package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.numeric.RandomStream;

/// Gives the delays of the synapses of one row, or of one column where columns are drawn, in steps. Belongs to one thread.
interface RowDelays {
  /// Steps that a spike may be under way, at most: days of them would be a mistake.
  int LONGEST = 1 << 24;

  /// Writes a delay for each synapse, in order; see [RowNumbers#fill].
  void fill(int element, int[] others, int from, int count, int[] out);

  /// {@return the delays of a projection's synapses}
  ///
  /// @param space for random words
  static RowDelays of(Delays delays, Wiring wiring, RowSpace space) {
    return switch (delays) {
      case Delays.Same(int steps) -> (_, _, from, count, out) ->
          Arrays.fill(out, from, from + count, steps);
      case Delays.Each(SynapseValues.Drawn drawn) ->
          new Drawing(wiring.delayTable(drawn), wiring.stream(drawn.stream(), space.philox));
      case Delays.Each(var values) -> new Rounding(RowNumbers.of(values, wiring, space), wiring.dt);
    };
  }

  /// {@return a duration in steps, to nearest}
  static int steps(double milliseconds, double dt) {
    double steps = Math.rint(milliseconds / dt);
    if (!(steps <= LONGEST)) {
      throw new IllegalArgumentException("a delay of " + milliseconds + " ms");
    }
    return (int) Math.max(0, steps);
  }

  /// Rounds numbers that are not drawn.
  final class Rounding implements RowDelays {
    private final RowNumbers milliseconds;
    private final double dt;
    private double[] row = {};

    private Rounding(RowNumbers milliseconds, double dt) {
      this.milliseconds = milliseconds;
      this.dt = dt;
    }

    @Override
    public void fill(int element, int[] others, int from, int count, int[] out) {
      if (row.length < from + count) {
        row = new double[from + count + (count >>> 1)];
      }
      milliseconds.fill(element, others, from, count, row);
      for (int j = from; j < from + count; j++) {
        out[j] = steps(row[j], dt);
      }
    }
  }

  /// Looks words up in a table of delays.
  final class Drawing implements RowDelays {
    private final DelayTable table;
    private final RandomStream stream;

    private Drawing(DelayTable table, RandomStream stream) {
      this.table = table;
      this.stream = stream;
    }

    @Override
    public void fill(int element, int[] others, int from, int count, int[] out) {
      stream.seek(element, 0).fill(out, from, count);
      for (int j = 0; j < count; j++) {
        int steps = table.steps(out[from + j]);
        out[from + j] = steps >= 0 ? steps : table.again(stream, element, j);
      }
    }
  }
}

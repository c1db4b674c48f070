package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.numeric.RandomStream;

/// Gives the numbers of the synapses of one row, or of one column where columns are drawn. Belongs to one thread.
interface RowNumbers {
  /// Writes a number for each synapse, in order.
  ///
  /// @param element the source of the row, or the target of the column
  /// @param others the targets of the row, or the sources of the column, ascending
  /// @param from where the first synapse is in `others` and in `out`
  void fill(int element, int[] others, int from, int count, double[] out);

  /// {@return the numbers of a projection's synapses}
  ///
  /// @param space for random words
  static RowNumbers of(SynapseValues values, Wiring wiring, RowSpace space) {
    return switch (values) {
      case SynapseValues.Uniform(double value) -> (_, _, from, count, out) ->
          Arrays.fill(out, from, from + count, value);
      case SynapseValues.ByPair(var value) ->
          wiring.byColumn()
              ? (target, sources, from, count, out) -> {
                for (int j = from; j < from + count; j++) {
                  out[j] = value.of(sources[j], target);
                }
              }
              : (source, targets, from, count, out) -> {
                for (int j = from; j < from + count; j++) {
                  out[j] = value.of(source, targets[j]);
                }
              };
      case SynapseValues.Listed(double[] listed) -> (source, _, from, count, out) -> {
        for (int j = 0; j < count; j++) {
          out[from + j] = listed[wiring.order[wiring.places[source] + j]];
        }
      };
      case SynapseValues.Drawn drawn -> new Drawing(drawn, wiring.stream(drawn.stream(), space.philox), space);
    };
  }

  /// Draws all words of a row at once, and again those whose number the bound rejects.
  final class Drawing implements RowNumbers {
    private final Distributed distributed;
    private final RandomStream stream;
    private final RowSpace space;

    private Drawing(SynapseValues.Drawn source, RandomStream stream, RowSpace space) {
      this.distributed = new Distributed(source);
      this.stream = stream;
      this.space = space;
    }

    @Override
    public void fill(int element, int[] others, int from, int count, double[] out) {
      int[] words = space.words(count);
      stream.seek(element, 0).fill(words, 0, count);
      distributed.unbounded(words, count, out, from, space);
      for (int j = 0; j < count; j++) {
        double value = out[from + j];
        if (distributed.side(value) != 0) {
          value = distributed.unbounded(distributed.again(stream, element, j));
        }
        out[from + j] = distributed.clipped(value);
      }
    }
  }
}

package org.eimodel.runtime.connect;

import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.numeric.RandomStream;

/// Gives the numbers of the synapses of one row, or of one column where columns are drawn. Belongs to one thread.
interface RowNumbers {
  /// Writes a number for each synapse, in order.
  ///
  /// @param element the source of the row, or the target of the column
  /// @param others the targets of the row, or the sources of the column, ascending
  void fill(int element, int[] others, int count, double[] out);

  /// {@return the numbers of a projection's synapses}
  static RowNumbers of(SynapseValues values, Wiring wiring) {
    return switch (values) {
      case SynapseValues.Uniform(double value) -> (_, _, count, out) -> {
        for (int j = 0; j < count; j++) {
          out[j] = value;
        }
      };
      case SynapseValues.ByPair(var value) ->
          wiring.byColumn()
              ? (target, sources, count, out) -> {
                for (int j = 0; j < count; j++) {
                  out[j] = value.of(sources[j], target);
                }
              }
              : (source, targets, count, out) -> {
                for (int j = 0; j < count; j++) {
                  out[j] = value.of(source, targets[j]);
                }
              };
      case SynapseValues.Listed(double[] listed) -> (source, _, count, out) -> {
        for (int j = 0; j < count; j++) {
          out[j] = listed[wiring.order[wiring.places[source] + j]];
        }
      };
      case SynapseValues.Drawn drawn -> new Drawing(drawn, wiring.stream(drawn.stream()));
    };
  }

  /// Draws all words of a row at once, and again those whose number the bound rejects.
  final class Drawing implements RowNumbers {
    private final Distributed distributed;
    private final RandomStream stream;
    private int[] words = {};

    private Drawing(SynapseValues.Drawn source, RandomStream stream) {
      this.distributed = new Distributed(source);
      this.stream = stream;
    }

    @Override
    public void fill(int element, int[] others, int count, double[] out) {
      if (words.length < count) {
        words = new int[count + (count >>> 1)];
      }
      stream.seek(element, 0).fill(words, 0, count);
      for (int j = 0; j < count; j++) {
        double value = distributed.unbounded(words[j]);
        if (distributed.side(value) != 0) {
          value = distributed.unbounded(distributed.again(stream, element, j));
        }
        out[j] = distributed.clipped(value);
      }
    }
  }
}

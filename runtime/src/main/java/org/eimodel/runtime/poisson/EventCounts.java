package org.eimodel.runtime.poisson;

import org.eimodel.compiler.kernel.BoundCounts;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// How many events the neurons of a train have, from a random word of each.
final class EventCounts {
  private final CountTable[] tables;

  /// Of the only table.
  private final int @Nullable [] bounds;

  private @Nullable BoundCounts lanes;

  /// @param tables for each neuron, or one for all of them
  EventCounts(CountTable[] tables) {
    this.tables = tables;
    this.bounds = tables.length == 1 ? tables[0].bounds() : null;
  }

  /// Compares words with bounds from now on, instead of looking each up, where one table serves all neurons.
  void use(BoundCounts form) {
    lanes = form;
  }

  /// {@return the number of one neuron, counted from the first of the train}
  int of(int neuron, int word) {
    return tables[tables.length == 1 ? 0 : neuron].count(word);
  }

  /// {@return the largest number that any word has}
  int most() {
    int most = 0;
    for (CountTable table : tables) {
      most = Math.max(most, table.most());
    }
    return most;
  }

  /// Writes the numbers of the neurons `from` to before `until`.
  ///
  /// @param words neuron i's is at `first + i`
  /// @param out `float[]` or `double[]`: neuron i's number goes to `outFirst + i`
  /// @return the largest of them
  int write(int[] words, int first, int from, int until, Object out, int outFirst) {
    BoundCounts form = lanes;
    int[] last = bounds;
    if (form == null || last == null) {
      return out instanceof float[] floats
          ? lookUp(words, first, from, until, floats, outFirst)
          : lookUp(words, first, from, until, (double[]) out, outFirst);
    }
    int most =
        out instanceof float[] floats
            ? form.count(words, first + from, last, floats, outFirst + from, outFirst + until)
            : form.count(
                words, first + from, last, (double[]) out, outFirst + from, outFirst + until);
    if (most == last.length) {
      // Some word lies above all bounds.
      int highest = last[last.length - 1];
      for (int i = from; i < until; i++) {
        int word = words[first + i];
        if (Integer.compareUnsigned(word, highest) > 0) {
          int count = of(i, word);
          Reals.set(out, outFirst + i, count);
          most = Math.max(most, count);
        }
      }
    }
    return most;
  }

  private int lookUp(int[] words, int first, int from, int until, float[] out, int outFirst) {
    int most = 0;
    for (int i = from; i < until; i++) {
      int count = of(i, words[first + i]);
      out[outFirst + i] = count;
      most = Math.max(most, count);
    }
    return most;
  }

  private int lookUp(int[] words, int first, int from, int until, double[] out, int outFirst) {
    int most = 0;
    for (int i = from; i < until; i++) {
      int count = of(i, words[first + i]);
      out[outFirst + i] = count;
      most = Math.max(most, count);
    }
    return most;
  }
}

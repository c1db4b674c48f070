package org.eimodel.runtime.poisson;

/// How many events each neuron of a train has in one step.
///
/// @param each a number for each neuron
/// @param most for each block of [#BLOCK] neurons, the largest of its numbers
record EventCounts(char[] each, int[] most) {
  /// Neurons whose events are run before the next ones' are looked at: they stay in the first-level cache.
  static final int BLOCK = 512;

  static EventCounts of(int size) {
    return new EventCounts(new char[size], new int[Math.ceilDiv(size, BLOCK)]);
  }

  /// Gives all neurons new numbers.
  ///
  /// @param tables for each neuron, or one for all of them
  /// @param words a random word for each neuron, from `first` on
  void draw(CountTable[] tables, int[] words, int first) {
    for (int from = 0; from < each.length; from += BLOCK) {
      int until = Math.min(each.length, from + BLOCK);
      most[from / BLOCK] =
          tables.length == 1
              ? look(tables[0], words, first, from, until)
              : look(tables, words, first, from, until);
    }
  }

  private int look(CountTable table, int[] words, int first, int from, int until) {
    int largest = 0;
    for (int i = from; i < until; i++) {
      int count = table.count(words[first + i]);
      each[i] = (char) count;
      largest = Math.max(largest, count);
    }
    return largest;
  }

  private int look(CountTable[] tables, int[] words, int first, int from, int until) {
    int largest = 0;
    for (int i = from; i < until; i++) {
      int count = tables[i].count(words[first + i]);
      each[i] = (char) count;
      largest = Math.max(largest, count);
    }
    return largest;
  }
}

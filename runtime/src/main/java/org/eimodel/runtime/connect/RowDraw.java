package org.eimodel.runtime.connect;

/// Gives the targets of one source. Belongs to one thread.
interface RowDraw {
  /// {@return the most that a row can hold}
  int longest();

  /// {@return how long the row of a source is; drawn where it must be, but never by asking every pair}
  ///
  /// *Errors*: `UnsupportedOperationException` where only the pairs themselves tell.
  int length(int source);

  /// Writes the row of a source, ascending.
  ///
  /// @param out the targets, counted inside their population
  /// @param from where the first one goes
  /// @return how many there are
  int draw(int source, int[] out, int from);

  /// {@return rows over one candidate less, with the source itself stepped over}
  default RowDraw besidesSelf() {
    RowDraw drawn = this;
    return new RowDraw() {
      @Override
      public int longest() {
        return drawn.longest();
      }

      @Override
      public int length(int source) {
        return drawn.length(source);
      }

      @Override
      public int draw(int source, int[] out, int from) {
        int count = drawn.draw(source, out, from);
        for (int i = from; i < from + count; i++) {
          if (out[i] >= source) {
            out[i]++;
          }
        }
        return count;
      }
    };
  }
}

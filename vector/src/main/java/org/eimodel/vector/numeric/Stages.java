package org.eimodel.vector.numeric;

/// Memory of a thread for functions of several loops: what one loop leaves for the next, and their arguments, filled up to
/// whole vectors.
final class Stages {
  /// Numbers that go through the loops at a time: all rows together stay in the first-level cache.
  static final int BLOCK = 256;

  private static final int ROWS = 6;

  private static final ThreadLocal<Stages> OF_THREAD = ThreadLocal.withInitial(Stages::new);

  /// Of [#BLOCK] numbers each. What is in them is the business of the loops.
  final double[][] rows = new double[ROWS][BLOCK];

  private Stages() {}

  /// {@return the present thread's own}
  static Stages ofThread() {
    return OF_THREAD.get();
  }

  /// {@return `count` up to the next whole vector}
  static int whole(int count) {
    int lanes = LaneWidth.DOUBLE.length();
    return (count + lanes - 1) / lanes * lanes;
  }

  /// Copies arguments into a row and fills up what is left of a vector.
  void load(int row, double[] in, int from, int count) {
    System.arraycopy(in, from, rows[row], 0, count);
    fillUp(row, count);
  }

  /// As above.
  void load(int row, float[] in, int from, int count) {
    double[] numbers = rows[row];
    for (int i = 0; i < count; i++) {
      numbers[i] = in[from + i];
    }
    fillUp(row, count);
  }

  private void fillUp(int row, int count) {
    for (int i = count; i < whole(count); i++) {
      rows[row][i] = 0.5;
    }
  }

  /// Gives results away.
  void store(int row, double[] out, int to, int count) {
    System.arraycopy(rows[row], 0, out, to, count);
  }

  /// As above, each rounded.
  void store(int row, float[] out, int to, int count) {
    double[] numbers = rows[row];
    for (int i = 0; i < count; i++) {
      out[to + i] = (float) numbers[i];
    }
  }
}

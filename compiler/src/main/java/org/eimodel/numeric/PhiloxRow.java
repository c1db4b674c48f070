package org.eimodel.numeric;

/// [Philox] over neighbouring blocks of one element: many random words at once, the same as one by one.
///
/// The words stand in four planes, word k of block i at k * [#BLOCKS] + i, and each round is a loop over the planes. Such a
/// loop the JVM turns into vector instructions by itself: it is small enough for that, its bound is known, and it works in one
/// array, at constant distances, so that no write can be taken for another's. All ten rounds in one loop, or two, it leaves
/// scalar. That pays from some blocks on, and where vectors can multiply: x86. Elsewhere blocks are made one after the other.
///
/// Belongs to one thread.
public final class PhiloxRow {
  /// How many blocks there is room for.
  static final int BLOCKS = 128;

  /// From how many blocks on the planes are quicker.
  private static final int MANY = 16;

  private static final String MACHINE = System.getProperty("os.arch", "");
  private static final boolean VECTORS_MULTIPLY = MACHINE.equals("amd64") || MACHINE.equals("x86_64");
  private static final long WORD = 0xFFFFFFFFL;

  private final long[] planes = new long[4 * BLOCKS];
  private final int[] few = new int[4 * MANY];
  private final boolean rounds;

  public PhiloxRow() {
    this(VECTORS_MULTIPLY);
  }

  /// @param rounds whether loops over a round are quicker than blocks one after the other, when they are many
  PhiloxRow(boolean rounds) {
    this.rounds = rounds;
  }

  /// Makes blocks whose counters are (first + i, c1, c2, c3) for i from 0.
  ///
  /// @param key low half k0, high half k1
  /// @param blocks at most [#BLOCKS]
  /// @return word k of block i in the low half of the number at k * [#BLOCKS] + i; what the high half holds means nothing.
  ///     Valid until the next call
  long[] planes(long key, int first, int c1, int c2, int c3, int blocks) {
    if (rounds && blocks >= MANY) {
      allRounds(key, first, c1, c2, c3, blocks);
    } else {
      for (int done = 0; done < blocks; done += MANY) {
        int count = Math.min(MANY, blocks - done);
        Philox.fill(key, first + done, c1, c2, c3, count, few, 0);
        spread(few, planes, done, count);
      }
    }
    return planes;
  }

  /// Writes the words of any number of such blocks, each block's side by side.
  ///
  /// @param out receives 4 * `blocks` words from index `from`
  void fill(long key, int first, int c1, int c2, int c3, int blocks, int[] out, int from) {
    int done = 0;
    while (rounds && blocks - done >= MANY) {
      int count = Math.min(BLOCKS, blocks - done);
      allRounds(key, first + done, c1, c2, c3, count);
      gather(planes, count, out, from + 4 * done);
      done += count;
    }
    Philox.fill(key, first + done, c1, c2, c3, blocks - done, out, from + 4 * done);
  }

  private void allRounds(long key, int first, int c1, int c2, int c3, int blocks) {
    long k0 = key & WORD;
    long k1 = key >>> 32;
    begin(planes, first, c1, c2, c3, k0, k1, blocks);
    for (int r = 1; r < Philox.ROUNDS; r++) {
      k0 = k0 + Philox.WEYL_0 & WORD;
      k1 = k1 + Philox.WEYL_1 & WORD;
      round(planes, k0, k1, blocks);
    }
  }

  /// The first round: half of it is the same for all blocks.
  private static void begin(
      long[] planes, int first, int c1, int c2, int c3, long k0, long k1, int blocks) {
    long p1 = (c2 & WORD) * Philox.MULTIPLIER_1;
    long x0 = (p1 >>> 32) ^ (c1 & WORD) ^ k0;
    long x2 = (c3 & WORD) ^ k1;
    for (int i = 0, end = Math.min(blocks, BLOCKS); i < end; i++) {
      long p0 = (first + i & WORD) * Philox.MULTIPLIER_0;
      planes[i] = x0;
      planes[BLOCKS + i] = p1;
      planes[2 * BLOCKS + i] = (p0 >>> 32) ^ x2;
      planes[3 * BLOCKS + i] = p0;
    }
  }

  private static void round(long[] planes, long k0, long k1, int blocks) {
    for (int i = 0, end = Math.min(blocks, BLOCKS); i < end; i++) {
      long p0 = (planes[i] & WORD) * Philox.MULTIPLIER_0;
      long p1 = (planes[2 * BLOCKS + i] & WORD) * Philox.MULTIPLIER_1;
      planes[i] = (p1 >>> 32) ^ planes[BLOCKS + i] ^ k0;
      planes[BLOCKS + i] = p1;
      planes[2 * BLOCKS + i] = (p0 >>> 32) ^ planes[3 * BLOCKS + i] ^ k1;
      planes[3 * BLOCKS + i] = p0;
    }
  }

  private static void gather(long[] planes, int blocks, int[] out, int from) {
    for (int i = 0, end = Math.min(blocks, BLOCKS); i < end; i++) {
      int to = from + 4 * i;
      out[to] = (int) planes[i];
      out[to + 1] = (int) planes[BLOCKS + i];
      out[to + 2] = (int) planes[2 * BLOCKS + i];
      out[to + 3] = (int) planes[3 * BLOCKS + i];
    }
  }

  private static void spread(int[] words, long[] planes, int first, int blocks) {
    for (int i = 0; i < blocks; i++) {
      planes[first + i] = words[4 * i];
      planes[BLOCKS + first + i] = words[4 * i + 1];
      planes[2 * BLOCKS + first + i] = words[4 * i + 2];
      planes[3 * BLOCKS + first + i] = words[4 * i + 3];
    }
  }
}

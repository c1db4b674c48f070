package org.eimodel.numeric;

/// Philox4x32-10, a generator without a state: 128 bits of counter and 64 of key in, 128 random bits out.
///
/// Numbers are counted, never consumed: the same key and counter give the same words on every machine, in any order.
/// What the words of the counter mean is fixed in [RandomStream].
///
/// *Source*: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11,
/// section 3.3; the test vectors are those published with Random123.
public final class Philox {
  static final int ROUNDS = 10;
  static final long MULTIPLIER_0 = 0xD2511F53L;
  static final long MULTIPLIER_1 = 0xCD9E8D57L;
  static final long WEYL_0 = 0x9E3779B9L;
  static final long WEYL_1 = 0xBB67AE85L;
  private static final long WORD = 0xFFFFFFFFL;

  private Philox() {}

  /// Writes the first block of neighbouring elements: the counters (0, first + i, c2, c3) for i from 0.
  ///
  /// @param key low half k0, high half k1
  /// @param out word k of element i at k * `elements` + i; four places after them are written over
  public static void elements(long key, int first, int c2, int c3, int elements, int[] out) {
    elements(key, first, c2, c3, 0, elements, out);
  }

  /// As above, for elements `from` up to `elements` alone.
  public static void elements(
      long key, int first, int c2, int c3, int from, int elements, int[] out) {
    int spare = 4 * elements;
    for (int i = from; i < elements; i++) {
      fill(key, 0, first + i, c2, c3, 1, out, spare);
      out[i] = out[spare];
      out[elements + i] = out[spare + 1];
      out[2 * elements + i] = out[spare + 2];
      out[3 * elements + i] = out[spare + 3];
    }
  }

  /// Writes `blocks` blocks of four words each: the counters (first + i, c1, c2, c3) for i from 0.
  ///
  /// @param key low half k0, high half k1
  /// @param out receives 4 * `blocks` words from index `from`
  public static void fill(long key, int first, int c1, int c2, int c3, int blocks, int[] out, int from) {
    // Unsigned words in longs, and the rounds written out: then the compiler makes all key additions once, before the
    // loop, and the twenty multiplications are all that a block waits for.
    int to = from;
    for (int i = 0; i < blocks; i++) {
      long k0 = key & WORD;
      long k1 = key >>> 32;
      long x0 = (first + i) & WORD;
      long x1 = c1 & WORD;
      long x2 = c2 & WORD;
      long x3 = c3 & WORD;

      long p0 = x0 * MULTIPLIER_0;
      long p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      x0 = (p1 >>> 32) ^ x1 ^ k0;
      x1 = p1 & WORD;
      x2 = (p0 >>> 32) ^ x3 ^ k1;
      x3 = p0 & WORD;

      k0 = (k0 + WEYL_0) & WORD;
      k1 = (k1 + WEYL_1) & WORD;
      p0 = x0 * MULTIPLIER_0;
      p1 = x2 * MULTIPLIER_1;
      out[to] = (int) ((p1 >>> 32) ^ x1 ^ k0);
      out[to + 1] = (int) p1;
      out[to + 2] = (int) ((p0 >>> 32) ^ x3 ^ k1);
      out[to + 3] = (int) p0;
      to += 4;
    }
  }
}

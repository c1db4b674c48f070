package org.eimodel.numeric;

/// The random numbers of one declaration, drawn by coordinates: element, step, and a running draw number.
///
/// Draw d is word d mod 4 of the [Philox] block whose counter is (d div 4, element, low half of step, high half of step).
/// A stream remembers its place and nothing else: [#seek] makes any number reachable at once, so the order in which
/// elements or steps are visited, and by which thread, changes no number. Draw numbers repeat after 2^34.
///
/// Nothing here allocates after construction. A stream belongs to one thread; two streams of the same key are equal.
public final class RandomStream {
  private static final long WORD = 0xFFFFFFFFL;

  /// The top 52 bits of a word pair, read as a fraction above 1.
  private static final long ONE = 0x3FF0000000000000L;

  /// Elements that are drawn in one go.
  private static final int AT_ONCE = 256;

  private final long key;
  private final int[] block = new int[4];
  private final PhiloxRow row;
  private int element;
  private long step;
  private long draw;

  /// Whether `block` holds the next draw, unless that begins a block.
  private boolean loaded;

  /// A stream at element 0, step 0, draw 0.
  ///
  /// @param key from [StreamKey#of]
  public RandomStream(long key) {
    this(key, new PhiloxRow());
  }

  /// As above.
  ///
  /// @param row where many words at once are made; streams of one thread may share it
  public RandomStream(long key, PhiloxRow row) {
    this.key = key;
    this.row = row;
  }

  /// Goes to the first draw of an element in a step.
  ///
  /// {@return this}
  public RandomStream seek(int element, long step) {
    return seek(element, step, 0);
  }

  /// Goes to any draw of an element in a step.
  ///
  /// {@return this}
  public RandomStream seek(int element, long step, long draw) {
    this.element = element;
    this.step = step;
    this.draw = draw;
    this.loaded = false;
    return this;
  }

  /// {@return the number of the next draw}
  public long position() {
    return draw;
  }

  private void load() {
    Philox.fill(key, (int) (draw >>> 2), element, (int) step, (int) (step >>> 32), 1, block, 0);
    loaded = true;
  }

  /// {@return 32 random bits: one draw}
  public int nextInt() {
    int word = (int) draw & 3;
    if (word == 0 || !loaded) {
      load();
    }
    draw++;
    return block[word];
  }

  /// {@return 64 random bits: two draws, the first is the high half}
  public long nextLong() {
    long high = nextInt();
    return high << 32 | nextInt() & WORD;
  }

  /// A number strictly between 0 and 1: an odd multiple of 2^-53, from the high 52 bits of [#nextLong].
  ///
  /// The set is symmetric about a half, and contains neither end nor the middle, so that logarithms and quantiles are
  /// finite. Two draws.
  ///
  /// {@return (2 k + 1) 2^-53 with k uniform in 0 .. 2^52 - 1}
  public double nextDouble() {
    return fraction(nextLong());
  }

  private static double fraction(long bits) {
    return Double.longBitsToDouble(ONE | bits >>> 12) - (1 - 0x1p-53);
  }

  /// Draws for many elements what [#nextDouble] gives first in step 0, in less time. The stream stays where it is.
  ///
  /// {@return a number for each of the elements from 0 on}
  public double[] firstDoubles(int elements) {
    double[] all = new double[elements];
    int[] words = new int[4 * AT_ONCE + 4];
    for (int from = 0; from < elements; from += AT_ONCE) {
      int count = Math.min(AT_ONCE, elements - from);
      Philox.elements(key, from, 0, 0, count, words);
      for (int i = 0; i < count; i++) {
        all[from + i] = fraction((long) words[i] << 32 | words[count + i] & WORD);
      }
    }
    return all;
  }

  /// {@return (2 k + 1) 2^-24 with k uniform in 0 .. 2^23 - 1, strictly between 0 and 1: one draw}
  public float nextFloat() {
    return Float.intBitsToFloat(0x3F800000 | nextInt() >>> 9) - (1 - 0x1p-24f);
  }

  /// A whole number from 0 to n - 1, each with exactly the same probability.
  ///
  /// The high half of draw times n; draws that would favour some results are skipped (fewer than n in 2^32).
  ///
  /// *Source*: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019, algorithm 5.
  ///
  /// @param n at least 1
  public int nextBounded(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("no whole number is below " + n);
    }
    long product = (nextInt() & WORD) * n;
    if ((product & WORD) < n) {
      long unfair = (1L << 32) % n;
      while ((product & WORD) < unfair) {
        product = (nextInt() & WORD) * n;
      }
    }
    return (int) (product >>> 32);
  }

  /// {@return a standard normal number: the quantile of one [#nextDouble], two draws}
  public double nextNormal() {
    return DoubleFunctions.normalQuantile(nextDouble());
  }

  /// {@return an exponential number of mean 1: minus the logarithm of one [#nextDouble], two draws}
  public double nextExponential() {
    return -DoubleFunctions.log(nextDouble());
  }

  /// Writes the next `count` draws, the same that [#nextInt] would give one by one, in less time.
  public void fill(int[] out, int from, int count) {
    int to = from;
    int end = from + count;
    while (to < end && (draw & 3) != 0) {
      out[to++] = nextInt();
    }
    int blocks = (end - to) >>> 2;
    row.fill(key, (int) (draw >>> 2), element, (int) step, (int) (step >>> 32), blocks, out, to);
    draw += 4L * blocks;
    to += 4 * blocks;
    while (to < end) {
      out[to++] = nextInt();
    }
  }

  /// Writes `count` whole numbers from 0 to n - 1, the same that [#nextBounded] would give one by one, in less time.
  ///
  /// @param n at least 1, unless nothing is to be written
  public void fillBounded(int[] out, int from, int count, int n) {
    int end = from + count;
    int to = from;
    while (to < end) {
      // Drawn into their own places: what is skipped makes room at the end.
      fill(out, to, end - to);
      to = keepFair(out, to, end, n);
    }
  }

  /// Turns words into numbers below n, and closes the gaps of those that would favour some.
  ///
  /// {@return the end of the numbers}
  private static int keepFair(int[] words, int from, int end, int n) {
    long unfair = (1L << 32) % n;
    int to = from;
    for (int i = from; i < end; i++) {
      long product = (words[i] & WORD) * n;
      words[to] = (int) (product >>> 32);
      to += (product & WORD) >= unfair ? 1 : 0;
    }
    return to;
  }

  /// Makes whole blocks from any draw number that begins one; the stream stays where it is.
  ///
  /// @param blocks at most [PhiloxRow#BLOCKS]
  /// @return their words, as [PhiloxRow#planes] has them
  long[] planes(long from, int blocks) {
    return row.planes(key, (int) (from >>> 2), element, (int) step, (int) (step >>> 32), blocks);
  }

  /// Goes to any draw of the same element and step.
  void skipTo(long draw) {
    seek(element, step, draw);
  }
}

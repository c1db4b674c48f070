package org.eimodel.numeric;

/// Picks each number below n with the same probability, independently, and gives those picked in ascending order.
///
/// A row is drawn in two parts that together have exactly that distribution: how many are picked, from the binomial
/// distribution by inversion of one [RandomStream#nextDouble], and then which, by [DistinctDraw]. So a row costs what its
/// picked numbers cost, whatever n is, and no logarithm.
///
/// The table of the binomial distribution covers every count whose probability is at least 2^-70 of the likeliest one's;
/// its weights come from the recurrence of neighbouring counts, outwards from the likeliest.
///
/// Not thread-safe, because [DistinctDraw] is not.
public final class BernoulliRow {
  private static final double NEGLIGIBLE = 0x1p-70;
  private static final int GUIDES = 256;

  private final int n;
  private final int lowest;

  /// Entry i: the weight of all counts up to `lowest` + i.
  private final double[] cumulative;

  /// For each of [#GUIDES] parts of the uniform numbers, the entry of `cumulative` that its smallest number picks.
  private final int[] guide = new int[GUIDES];

  private final DistinctDraw distinct;

  /// Rows of n candidates, each picked with probability p.
  ///
  /// *Errors*: `IllegalArgumentException` unless 0 <= n and 0 <= p <= 1.
  public BernoulliRow(int n, double p) {
    this(n, p, new DistinctDraw());
  }

  /// Rows that share what they draw with.
  ///
  /// *Errors*: `IllegalArgumentException` unless 0 <= n and 0 <= p <= 1.
  public BernoulliRow(int n, double p, DistinctDraw distinct) {
    if (n < 0 || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("no row of " + n + " with probability " + p);
    }
    this.n = n;
    this.distinct = distinct;
    int likeliest = (int) Math.min(n, (n + 1.0) * p);
    double odds = p / (1 - p);
    int low = likeliest;
    for (double w = 1; low > 0 && w >= NEGLIGIBLE; low--) {
      w *= low / ((n - low + 1.0) * odds);
    }
    int high = likeliest;
    for (double w = 1; high < n && w >= NEGLIGIBLE; high++) {
      w *= (n - high) * odds / (high + 1.0);
    }
    lowest = low;
    cumulative = new double[high - low + 1];
    double weight = 1;
    for (int count = likeliest; count > low; count--) {
      cumulative[count - low] = weight;
      weight *= count / ((n - count + 1.0) * odds);
    }
    cumulative[0] = weight;
    weight = 1;
    for (int count = likeliest; count < high; count++) {
      weight *= (n - count) * odds / (count + 1.0);
      cumulative[count + 1 - low] = weight;
    }
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
    for (int g = 0, i = 0; g < GUIDES; g++) {
      double least = (double) g / GUIDES * cumulative[cumulative.length - 1];
      while (cumulative[i] <= least) {
        i++;
      }
      guide[g] = i;
    }
  }

  /// {@return how many candidates a row picks at most}
  public int most() {
    return lowest + cumulative.length - 1;
  }

  /// {@return the number of candidates that this row picks: one uniform number of the stream}
  ///
  /// The caller makes room for as many, and then draws the row from the stream where this left it.
  public int count(RandomStream stream) {
    double u = stream.nextDouble();
    double weight = u * cumulative[cumulative.length - 1];
    int count = guide[(int) (u * GUIDES)];
    while (count < cumulative.length - 1 && cumulative[count] <= weight) {
      count++;
    }
    return lowest + count;
  }

  /// Writes the `count` numbers that are picked, ascending, to `out` from index `from`.
  public void draw(RandomStream stream, int count, int[] out, int from) {
    distinct.draw(stream, n, count, out, from);
  }
}

package org.eimodel.runtime.connect;

import org.eimodel.numeric.RandomStream;

/// Shares a fixed number of synapses among sources, as drawing them one by one, uniformly over all pairs, would.
///
/// Source by source: given what is left for it and those after it, its count is binomial when a pair may come up again,
/// hypergeometric when not. Counts are found by inversion of one uniform number, outwards from the likeliest count.
final class RowCounts {
  private static final double NEGLIGIBLE = 0x1p-70;

  private RowCounts() {}

  /// {@return how many synapses each source gets}
  ///
  /// @param candidates targets for each source
  static int[] draw(
      RandomStream stream, int sources, int candidates, long total, boolean multapses) {
    int[] counts = new int[sources];
    long left = total;
    for (int s = 0; s < sources && left > 0; s++) {
      double u = stream.seek(s, 1).nextDouble();
      long after = (long) candidates * (sources - s - 1);
      long count;
      if (s == sources - 1) {
        count = left;
      } else if (multapses) {
        count = binomial(u, left, 1.0 / (sources - s));
      } else {
        count = hypergeometric(u, left, candidates, after);
      }
      counts[s] = Math.toIntExact(count);
      left -= count;
    }
    return counts;
  }

  /// {@return a number of successes in n trials}
  static long binomial(double u, long n, double p) {
    double odds = p / (1 - p);
    long likeliest = Math.min(n, (long) ((n + 1) * p));
    return invert(u, likeliest, k -> (n - k) / (k + 1.0) * odds, 0, n);
  }

  /// {@return how many of n different things are among the first `marked`, of `marked` + `others`}
  static long hypergeometric(double u, long n, long marked, long others) {
    long low = Math.max(0, n - others);
    long high = Math.min(n, marked);
    double middle = (n + 1.0) * (marked + 1.0) / (marked + others + 2.0);
    long likeliest = Math.clamp((long) middle, low, high);
    return invert(
        u,
        likeliest,
        k -> ((double) (marked - k) * (n - k)) / ((k + 1.0) * (others - n + k + 1.0)),
        low,
        high);
  }

  /// The probability of k + 1 as a multiple of that of k.
  private interface Ratio {
    double after(long k);
  }

  private static long invert(double u, long likeliest, Ratio ratio, long low, long high) {
    double total = 1;
    double weight = 1;
    for (long k = likeliest; k < high && weight >= NEGLIGIBLE; k++) {
      weight *= ratio.after(k);
      total += weight;
    }
    weight = 1;
    for (long k = likeliest; k > low && weight >= NEGLIGIBLE; k--) {
      weight /= ratio.after(k - 1);
      total += weight;
    }
    double rest = u * total - 1;
    weight = 1;
    long found = likeliest;
    for (long k = likeliest; rest > 0 && k < high && weight >= NEGLIGIBLE; k++) {
      weight *= ratio.after(k);
      rest -= weight;
      found = k + 1;
    }
    weight = 1;
    for (long k = likeliest; rest > 0 && k > low && weight >= NEGLIGIBLE; k--) {
      weight /= ratio.after(k - 1);
      rest -= weight;
      found = k - 1;
    }
    return found;
  }
}

package org.eimodel.runtime.connect;

import org.eimodel.compiler.plan.SynapseValues;
import org.eimodel.numeric.DoubleFunctions;
import org.eimodel.numeric.RandomStream;

/// Turns random words into numbers of a distribution, and draws again what the bound rejects.
///
/// Every number is a quantile at one uniform number: monotone in the word (without sign), rising or falling.
final class Distributed {
  private static final int ATTEMPTS = 1_000_000;
  private static final long WORD = 0xFFFFFFFFL;

  private final SynapseValues.Drawn source;
  private final double low;
  private final double high;
  private final boolean clips;

  /// Of a lognormal distribution: the standard deviation of the logarithm, and its mean less that of the first argument.
  private final double spread;

  private final double shift;

  Distributed(SynapseValues.Drawn source) {
    this.source = source;
    this.low = source.bound().map(SynapseValues.Bound::low).orElse(Double.NEGATIVE_INFINITY);
    this.high = source.bound().map(SynapseValues.Bound::high).orElse(Double.POSITIVE_INFINITY);
    this.clips =
        source
            .bound()
            .filter(bound -> bound.outside() == SynapseValues.Outside.CLIP)
            .isPresent();
    double relative = source.second() / source.first();
    double variance = DoubleFunctions.log1p(relative * relative);
    this.spread = Math.sqrt(variance);
    this.shift = -variance / 2;
  }

  /// {@return the number of a word, before any bound}
  double unbounded(int word) {
    double u = uniform(word);
    double first = source.first();
    double second = source.second();
    return switch (source.distribution()) {
      case NORMAL -> Math.fma(second, DoubleFunctions.normalQuantile(u), first);
      case UNIFORM -> Math.fma(second - first, u, first);
      case EXPONENTIAL -> -first * DoubleFunctions.log(u);
      case LOGNORMAL ->
          first * DoubleFunctions.exp(Math.fma(spread, DoubleFunctions.normalQuantile(u), shift));
    };
  }

  /// Writes the numbers of many words, before any bound: the same as one by one.
  ///
  /// @param words from index 0 on; what they are is lost
  /// @param from where the first number is in `out`
  void unbounded(int[] words, int count, double[] out, int from, RowSpace space) {
    if (source.distribution() != SynapseValues.Distribution.NORMAL) {
      for (int j = 0; j < count; j++) {
        out[from + j] = unbounded(words[j]);
      }
      return;
    }
    double[] uniform = space.uniform(count);
    for (int j = 0; j < count; j++) {
      uniform[j] = uniform(words[j]);
    }
    space.quantiles().of(uniform, count, out, from, words);
    double mean = source.first();
    double deviation = source.second();
    for (int j = from; j < from + count; j++) {
      out[j] = Math.fma(deviation, out[j], mean);
    }
  }

  private static double uniform(int word) {
    return ((word & WORD) * 2 + 1) * 0x1p-33;
  }

  /// {@return the number after clipping, where the bound clips}
  double clipped(double value) {
    return !clips ? value : value < low ? low : value > high ? high : value;
  }

  /// {@return -1 for a number that the bound rejects as too small, 1 as too large, 0 for one that it accepts}
  int side(double value) {
    return clips ? 0 : value < low ? -1 : value > high ? 1 : 0;
  }

  /// {@return the first word after the rejected one that gives an accepted number}
  ///
  /// @param stream of the declaration
  /// @param element the row
  /// @param synapse its number in the row
  int again(RandomStream stream, int element, int synapse) {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      int word = stream.seek(element, attempt, synapse).nextInt();
      if (side(unbounded(word)) == 0) {
        return word;
      }
    }
    throw new IllegalArgumentException(ATTEMPTS + " draws in a row were out of bounds: " + source);
  }
}

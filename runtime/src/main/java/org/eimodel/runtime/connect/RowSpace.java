package org.eimodel.runtime.connect;

import java.util.function.Supplier;
import org.eimodel.compiler.kernel.NormalQuantiles;
import org.eimodel.numeric.DistinctDraw;
import org.eimodel.numeric.PhiloxRow;

/// What a thread draws rows into, one after the other, of whatever tract.
///
/// *Shape*: targets, weights and delays of one row are parallel.
public final class RowSpace {
  final PhiloxRow philox = new PhiloxRow();
  final DistinctDraw distinct = new DistinctDraw();
  final RadixSort radix = new RadixSort();
  int[] targets = {};
  double[] weights = {};
  int[] delays = {};
  private final Supplier<NormalQuantiles> quantiles;
  private int[] words = {};
  private double[] uniform = {};

  public RowSpace() {
    this(() -> NormalQuantiles.SCALAR);
  }

  /// @param quantiles gives the best form of normal quantiles that there is
  RowSpace(Supplier<NormalQuantiles> quantiles) {
    this.quantiles = quantiles;
  }

  /// {@return normal quantiles}
  NormalQuantiles quantiles() {
    return quantiles.get();
  }

  /// Makes room for rows of so many synapses, before any is drawn; what is here is lost.
  ///
  /// @param longest what a row can hold at most, over all projections together
  /// @param weighted whether rows have weights of their own
  /// @param delayed whether rows have delays of their own
  void makeRoom(int longest, boolean weighted, boolean delayed) {
    if (targets.length < longest) {
      targets = new int[longest];
    }
    if (weighted && weights.length < longest) {
      weights = new double[longest];
    }
    if (delayed && delays.length < longest) {
      delays = new int[longest];
    }
  }

  /// {@return room for so many random words}
  int[] words(int count) {
    if (words.length < count) {
      words = new int[count + (count >>> 1)];
    }
    return words;
  }

  /// {@return room for so many numbers}
  double[] uniform(int count) {
    if (uniform.length < count) {
      uniform = new double[count + (count >>> 1)];
    }
    return uniform;
  }

  /// {@return the memory of the arrays}
  public long bytes() {
    return 4L * (targets.length + delays.length + words.length) + 8L * (weights.length + uniform.length);
  }
}

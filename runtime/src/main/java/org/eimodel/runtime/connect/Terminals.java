package org.eimodel.runtime.connect;

import java.util.Arrays;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// What a few spikes of one tract bring into each slice: a list of targets, and of weights where they have their own.
public final class Terminals {
  /// Beyond the end of a list, what is copied blindly may be written.
  private static final int SLACK = 8;

  private final char[][] targets;
  private final Object[] weights;
  private final boolean weighted;
  private final int[] ends;
  int asked;

  /// @param slices how many the tract reaches
  /// @param weighted whether synapses have weights of their own
  public Terminals(int slices, boolean weighted, Precision precision) {
    this.targets = new char[slices][0];
    this.weights = new Object[slices];
    this.weighted = weighted;
    this.ends = new int[slices];
    Arrays.setAll(weights, _ -> Reals.array(precision, 0));
  }

  /// {@return the targets in a slice; longer than [#end]}
  ///
  /// @param k position of the slice among those that the tract reaches
  public char[] targets(int k) {
    return targets[k];
  }

  /// {@return the weights of these synapses; null where none has its own}
  public @Nullable Object weights(int k) {
    return weighted ? weights[k] : null;
  }

  /// {@return how many synapses there are in a slice}
  public int end(int k) {
    return ends[k];
  }

  /// Empties the lists and makes room.
  ///
  /// @param needed how many synapses will come into each slice
  /// @param asked kept: were it not, the JVM would not ask the memory for it
  void clear(int[] needed, int asked) {
    this.asked = asked;
    for (int k = 0; k < ends.length; k++) {
      ends[k] = 0;
      if (targets[k].length < needed[k] + SLACK) {
        int room = needed[k] + (needed[k] >>> 1) + SLACK;
        targets[k] = new char[room];
        if (weighted) {
          weights[k] = weights[k] instanceof float[] ? new float[room] : new double[room];
        }
      }
    }
  }

  void weigh(int k, Object from, int at, int count) {
    System.arraycopy(from, at, weights[k], ends[k], count);
  }

  void advance(int k, int count) {
    ends[k] += count;
  }

  /// {@return the memory of the lists}
  public long bytes() {
    long sum = 0;
    for (int k = 0; k < ends.length; k++) {
      sum += 2L * targets[k].length;
      sum += (weights[k] instanceof float[] ? 4L : 8L) * Reals.length(weights[k]);
    }
    return sum;
  }
}

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
  private final int[][] delays;
  private final boolean delayed;
  private final int[] ends;

  private final ListRooms rooms;

  /// Where rows come one by one: for each spike, where its synapses begin in each slice.
  private int[] starts = {};

  private int spikes;
  int asked;

  /// @param slices how many the tract reaches
  /// @param weighted whether synapses have weights of their own
  /// @param delayed whether they have delays of their own
  /// @param rooms of all lists of the tract
  public Terminals(
      int slices, boolean weighted, boolean delayed, Precision precision, ListRooms rooms) {
    this.rooms = rooms;
    this.targets = new char[slices][0];
    this.weights = new Object[slices];
    this.weighted = weighted;
    this.delayed = delayed;
    this.delays = new int[slices][0];
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

  /// {@return the delays of these synapses in steps; empty where none has its own}
  public int[] delays(int k) {
    return delays[k];
  }

  /// {@return where the synapses of a spike begin in a slice; the spike after the last begins at the end}
  ///
  /// @param spike counted among those whose rows were drawn
  public int start(int k, int spike) {
    return spike == spikes ? ends[k] : starts[spike * ends.length + k];
  }

  /// Empties the lists, and gives back what they have alone.
  public void clear() {
    for (int k = 0; k < ends.length; k++) {
      ends[k] = 0;
      giveBack(k, 0);
    }
    spikes = 0;
  }

  /// Takes the room that another list of the tract needed, while nobody reads.
  public void grow() {
    for (int k = 0; k < ends.length; k++) {
      grow(k, rooms.of(k));
    }
  }

  /// Goes to the next spike.
  void next() {
    int at = spikes++ * ends.length;
    if (starts.length < at + ends.length) {
      starts = Arrays.copyOf(starts, 2 * (at + ends.length));
    }
    System.arraycopy(ends, 0, starts, at, ends.length);
  }

  /// Appends a part of a row to what comes into a slice.
  ///
  /// @param first the first neuron of the slice
  void append(int k, DrawnRow row, int from, int to, int first) {
    int end = ends[k];
    makeRoom(k, end + to - from);
    char[] out = targets[k];
    int[] drawn = row.targets();
    for (int i = from; i < to; i++) {
      out[end + i - from] = (char) (drawn[i] - first);
    }
    double[] ownWeights = row.weights();
    if (ownWeights != null) {
      weigh(weights[k], end, ownWeights, from, to);
    }
    int[] ownDelays = row.delays();
    if (ownDelays != null) {
      System.arraycopy(ownDelays, from, delays[k], end, to - from);
    }
    ends[k] = end + to - from;
  }

  private static void weigh(Object out, int end, double[] own, int from, int to) {
    if (out instanceof float[] floats) {
      for (int i = from; i < to; i++) {
        floats[end + i - from] = (float) own[i];
      }
    } else {
      System.arraycopy(own, from, out, end, to - from);
    }
  }

  /// Adds a target, where there is room.
  void add(int k, int target) {
    targets[k][ends[k]++] = (char) target;
  }

  /// Makes room in a slice for so many synapses, and keeps those that are there.
  void makeRoom(int k, int needed) {
    if (targets[k].length < needed) {
      grow(k, rooms.ask(k, needed));
    }
  }

  /// Empties the lists and makes room.
  ///
  /// @param needed how many synapses will come into each slice
  /// @param asked kept: were it not, the JVM would not ask the memory for it
  void clear(int[] needed, int asked) {
    this.asked = asked;
    for (int k = 0; k < ends.length; k++) {
      ends[k] = 0;
      int least = needed[k] + SLACK;
      giveBack(k, least);
      if (targets[k].length < least) {
        grow(k, rooms.ask(k, least));
      }
    }
  }

  private void giveBack(int k, int least) {
    int room = rooms.of(k);
    if (targets[k].length > room && least <= room) {
      resize(k, room);
    }
  }

  private void grow(int k, int room) {
    if (targets[k].length < room) {
      resize(k, room);
    }
  }

  private void resize(int k, int room) {
    targets[k] = Arrays.copyOf(targets[k], room);
    if (weighted) {
      weights[k] = Reals.copy(weights[k], room);
    }
    if (delayed) {
      delays[k] = Arrays.copyOf(delays[k], room);
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
    long sum = 4L * starts.length;
    for (int k = 0; k < ends.length; k++) {
      sum += 2L * targets[k].length + 4L * delays[k].length;
      sum += (long) Reals.bytes(weights[k]) * Reals.length(weights[k]);
    }
    return sum;
  }
}

package org.eimodel.runtime.step;

import java.util.Arrays;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// What is due at one slice in one step, in order.
///
/// *Shape*: a page is an inlet and what comes through it without another in between: runs of stored synapses, or synapses
/// that were drawn.
final class Day {
  private final Volley volley = new Volley();

  /// Pairs: an inlet, and where what it brings ends, among the runs or among the drawn synapses.
  private int[] pages = {};

  private int end;

  /// The drawn synapses.
  private char[] targets = {};

  private @Nullable Object weights;
  private int drawn;

  /// Adds a run of stored synapses.
  void add(int inlet, int block, int from, int to) {
    turnTo(inlet);
    volley.add(block, from, to);
    pages[end - 1] = volley.end();
  }

  /// Adds drawn synapses.
  ///
  /// @param own weights, parallel to the targets; null where none has its own
  void add(int inlet, char[] from, @Nullable Object own, int begin, int until) {
    turnTo(inlet);
    int count = until - begin;
    if (targets.length < drawn + count) {
      targets = Arrays.copyOf(targets, 2 * (drawn + count));
    }
    int at = drawn;
    for (int j = 0; j < count; j++) {
      targets[at + j] = from[begin + j];
    }
    if (own != null) {
      weigh(own, begin, count);
    }
    drawn += count;
    pages[end - 1] = drawn;
  }

  private void weigh(Object own, int begin, int count) {
    Object room = weights;
    if (room == null) {
      room = own instanceof float[] ? new float[0] : new double[0];
    }
    if (Reals.length(room) < targets.length) {
      room = Reals.copy(room, targets.length);
    }
    if (own instanceof float[] from && room instanceof float[] to) {
      for (int j = 0; j < count; j++) {
        to[drawn + j] = from[begin + j];
      }
    } else if (own instanceof double[] from && room instanceof double[] to) {
      for (int j = 0; j < count; j++) {
        to[drawn + j] = from[begin + j];
      }
    }
    weights = room;
  }

  private void turnTo(int inlet) {
    if (end == 0 || pages[end - 2] != inlet) {
      if (pages.length == end) {
        pages = Arrays.copyOf(pages, 2 * end + 8);
      }
      pages[end] = inlet;
      end += 2;
    }
  }

  /// Delivers everything, and is empty then.
  ///
  /// @param base the first neuron of the slice
  void deliver(Inlet[] inlets, Blocks blocks, int base, Object[] arrays) {
    int run = 0;
    int synapse = 0;
    for (int page = 0; page < end; page += 2) {
      int to = pages[page + 1];
      switch (inlets[pages[page]]) {
        case Inlet.Stored stored -> {
          volley.deliver(stored, blocks, run, to, base, arrays);
          run = to;
        }
        case Inlet.Drawn fresh -> {
          fresh.kernel().deliver(targets, weights, synapse, to, base, fresh.scalars(), arrays);
          synapse = to;
        }
      }
    }
    volley.clear();
    end = 0;
    drawn = 0;
  }

  /// {@return the memory of the arrays}
  long bytes() {
    return volley.bytes()
        + 4L * pages.length
        + 2L * targets.length
        + (weights == null ? 0 : (long) Reals.bytes(weights) * Reals.length(weights));
  }
}

package org.eimodel.runtime.step;

import java.util.Arrays;
import org.eimodel.compiler.ir.Slot;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.Refractory;
import org.eimodel.runtime.layout.Part;
import org.eimodel.runtime.layout.Slice;
import org.eimodel.runtime.state.Reals;
import org.jspecify.annotations.Nullable;

/// The refractory neurons of a slice, and when each is active again.
///
/// A wheel: neurons that become active together hang on the same spoke, in blocks of memory that follow each other. So a step
/// touches those that spike and those that become active, one after the other, while a count of each neuron would be read and
/// written in every step.
public final class RefractoryNeurons {
  /// What an active neuron takes; how many are refractory at a time, nobody knows.
  public static final int BYTES = 1;

  private static final int LARGEST_WHEEL = 1 << 12;
  private static final int BLOCK = 16;
  private static final int NONE = -1;

  private final boolean[] active;
  private final int first;

  /// The period of the neurons of each part; that of each neuron of the group where they do not share it.
  private final int[] ofParts;

  private final @Nullable Object ofNeurons;

  /// How many neurons hang on each spoke: at n modulo their number, a power of two, those that step n finds active again.
  private final int[] counts;

  /// The block with the last of them; blocks before it are full.
  private final int[] blocks;

  /// For each block the one before it on its spoke, or the next one that is free.
  private int[] before = {};

  /// Neurons of the slice, block by block.
  private int[] neurons = {};

  private int free = NONE;

  /// How many turns of the wheel a neuron waits besides; null where none waits so long.
  private final int @Nullable [] turns;

  private RefractoryNeurons(
      boolean[] active, Slice slice, int[] ofParts, @Nullable Object ofNeurons, int longest) {
    this.active = active;
    this.first = slice.first();
    this.ofParts = ofParts;
    this.ofNeurons = ofNeurons;
    this.counts = new int[wheel(longest)];
    this.blocks = new int[counts.length];
    Arrays.fill(blocks, NONE);
    this.turns = longest > counts.length ? new int[slice.size()] : null;
    makeRoom(2 * counts.length);
  }

  private static int wheel(int longest) {
    int most = Math.clamp(longest, 1, LARGEST_WHEEL);
    return Integer.highestOneBit(2 * most - 1);
  }

  /// {@return the neurons of a slice, none of them refractory}
  ///
  /// @param arrays of the group
  static RefractoryNeurons of(NetworkPlan plan, Slice slice, Refractory how, Object[] arrays) {
    boolean[] active = (boolean[]) arrays[how.active().position()];
    Slot period = how.period();
    if (!period.perElement()) {
      int[] ofParts = slice.parts().stream().mapToInt(part -> period(plan, part, period)).toArray();
      int longest = Arrays.stream(ofParts).max().orElse(0);
      return new RefractoryNeurons(active, slice, ofParts, null, longest);
    }
    Object each = arrays[period.position()];
    int longest = period.kind() == Slot.Kind.STATE ? Integer.MAX_VALUE : 0;
    for (int i = slice.first(); i < slice.end(); i++) {
      longest = Math.max(longest, (int) Reals.get(each, i));
    }
    return new RefractoryNeurons(active, slice, new int[slice.parts().size()], each, longest);
  }

  private static int period(NetworkPlan plan, Part part, Slot slot) {
    return (int) plan.populations().get(part.population()).scalars()[slot.position()];
  }

  /// Ends a step: neurons whose period is over are active in the next, and those that have spiked are not.
  ///
  /// @param ring with the spikes of the step
  void endStep(long step, SpikeRing ring) {
    release(step + 1);
    int slot = ring.slot(step);
    if (ring.count(slot) != 0) {
      int[] spikes = ring.spikes();
      for (int k = 0; k < ofParts.length; k++) {
        int end = ring.place(slot, k + 1);
        for (int i = ring.place(slot, k); i < end; i++) {
          hold(step + 1, spikes[i], period(k, spikes[i]));
        }
      }
    }
  }

  private void release(long step) {
    int spoke = (int) step & (counts.length - 1);
    int count = counts[spoke];
    int block = blocks[spoke];
    counts[spoke] = 0;
    blocks[spoke] = NONE;
    while (count > 0) {
      int begin = (count - 1) & -BLOCK;
      for (int k = 0; k < count - begin; k++) {
        release(neurons[block * BLOCK + k], spoke);
      }
      int earlier = before[block];
      before[block] = free;
      free = block;
      block = earlier;
      count = begin;
    }
  }

  private void release(int neuron, int spoke) {
    if (turns != null && turns[neuron] > 0) {
      turns[neuron]--;
      hang(neuron, spoke);
    } else {
      active[first + neuron] = true;
    }
  }

  private int period(int part, int neuron) {
    return ofNeurons == null ? ofParts[part] : (int) Reals.get(ofNeurons, neuron);
  }

  /// Makes a neuron refractory for so many steps, if any.
  private void hold(long from, int neuron, int period) {
    if (period <= 0) {
      return;
    }
    active[neuron] = false;
    if (turns != null) {
      turns[neuron - first] = (period - 1) / counts.length;
    }
    hang(neuron - first, (int) (from + period) & (counts.length - 1));
  }

  private void hang(int neuron, int spoke) {
    int count = counts[spoke];
    if ((count & (BLOCK - 1)) == 0) {
      addBlock(spoke);
    }
    neurons[blocks[spoke] * BLOCK + (count & (BLOCK - 1))] = neuron;
    counts[spoke] = count + 1;
  }

  private void addBlock(int spoke) {
    if (free == NONE) {
      makeRoom(2 * before.length);
    }
    int block = free;
    free = before[block];
    before[block] = blocks[spoke];
    blocks[spoke] = block;
  }

  private void makeRoom(int blockCount) {
    int old = before.length;
    before = Arrays.copyOf(before, blockCount);
    neurons = Arrays.copyOf(neurons, Math.multiplyExact(blockCount, BLOCK));
    for (int block = blockCount - 1; block >= old; block--) {
      before[block] = free;
      free = block;
    }
  }

  /// Writes for how many steps each neuron is still refractory.
  ///
  /// @param now how many steps are done
  /// @param steps of all neurons of the group
  void write(long now, int[] steps) {
    for (int ahead = 1; ahead <= counts.length; ahead++) {
      int spoke = (int) (now + ahead) & (counts.length - 1);
      int block = blocks[spoke];
      for (int count = counts[spoke]; count > 0; count = (count - 1) & -BLOCK) {
        for (int k = (count - 1) & -BLOCK; k < count; k++) {
          int neuron = neurons[block * BLOCK + (k & (BLOCK - 1))];
          steps[first + neuron] = ahead + (turns == null ? 0 : turns[neuron] * counts.length);
        }
        block = before[block];
      }
    }
  }

  long bytes() {
    return 4L
        * (counts.length
            + blocks.length
            + before.length
            + neurons.length
            + (turns == null ? 0 : turns.length));
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The synapses of a tract into all slices that it reaches: for each source one row.
///
/// A row is read once for each spike, from one end to the other, and copied into a list for each slice: much quicker than to
/// look for a few targets of each spike in every slice.
public final class WholeRows {
  /// Rows that are asked for together: what they bring fits the first-level cache.
  private static final int TOGETHER = 64;

  private final int shift;
  private final int mask;
  private final @Nullable WholeChunk[] chunks;
  private final int slices;

  WholeRows(int shift, int sources, int slices) {
    this.shift = shift;
    this.mask = (1 << shift) - 1;
    this.chunks = new WholeChunk[((sources - 1) >>> shift) + 1];
    this.slices = slices;
  }

  void put(int index, WholeChunk chunk) {
    chunks[index] = chunk;
  }

  int chunks() {
    return chunks.length;
  }

  WholeChunk chunk(int index) {
    return Objects.requireNonNull(chunks[index]);
  }

  /// {@return what reads the rows of some spikes}
  ///
  /// @param shift what takes a spike to a source of these rows
  public Spreader reading(int shift) {
    return new Reading(shift);
  }

  /// Reads rows, with memory of its own to work with.
  private final class Reading implements Spreader {
    private final int toSource;
    private final int[] needed = new int[slices];
    private final int[] places = new int[TOGETHER];

    Reading(int toSource) {
      this.toSource = toSource;
    }

    @Override
    public void spread(int[] spikes, int from, int to, Terminals lists) {
      Arrays.fill(needed, 0);
      int asked = 0;
      for (int some = from; some < to; some += TOGETHER) {
        int end = Math.min(to, some + TOGETHER);
        for (int i = some; i < end; i++) {
          int source = spikes[i] - toSource;
          places[i - some] = chunk(source >>> shift).place(source & mask);
        }
        for (int i = some; i < end; i++) {
          asked += chunk((spikes[i] - toSource) >>> shift).ask(places[i - some]);
        }
        for (int i = some; i < end; i++) {
          int source = spikes[i] - toSource;
          chunk(source >>> shift).count(source & mask, needed);
        }
      }
      lists.clear(needed, asked);
      for (int i = from; i < to; i++) {
        int source = spikes[i] - toSource;
        chunk(source >>> shift).spread(source & mask, lists);
      }
    }
  }

  /// {@return how many slices there are}
  public int slices() {
    return slices;
  }

  /// {@return how many synapses there are}
  public long synapses() {
    return Arrays.stream(chunks).mapToLong(chunk -> chunk.starts().end()).sum();
  }

  /// {@return the memory of the arrays}
  public long bytes() {
    return Arrays.stream(chunks).mapToLong(WholeChunk::bytes).sum();
  }
}

package org.eimodel.runtime.connect;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The synapses of a tract into one slice: for each source a row of targets.
///
/// *Shape*: sources come in chunks of `2^shift`.
public final class Rows {
  private final int slice;
  private final int shift;
  private final int mask;
  private final @Nullable Chunk[] chunks;

  Rows(int slice, int shift, int sources) {
    this.slice = slice;
    this.shift = shift;
    this.mask = (1 << shift) - 1;
    this.chunks = new Chunk[((sources - 1) >>> shift) + 1];
  }

  void put(int index, Chunk chunk) {
    chunks[index] = chunk;
  }

  /// {@return a chunk, which is no longer here then}
  Chunk take(int index) {
    Chunk taken = at(index);
    chunks[index] = null;
    return taken;
  }

  /// {@return the slice's position in the layout}
  public int slice() {
    return slice;
  }

  /// {@return how many chunks there are}
  public int chunks() {
    return chunks.length;
  }

  /// {@return the chunk with the row of a source}
  public Chunk chunk(int source) {
    return Objects.requireNonNull(chunks[source >>> shift]);
  }

  /// {@return which chunk has the row of a source}
  public int place(int source) {
    return source >>> shift;
  }

  /// {@return a chunk}
  public Chunk at(int place) {
    return Objects.requireNonNull(chunks[place]);
  }

  /// {@return which row of its chunk is a source's}
  public int row(int source) {
    return source & mask;
  }

  /// {@return whether runs are packed, in all chunks}
  public boolean packed() {
    return at(0).packed() != null;
  }

  /// {@return the longest delay of any synapse that has its own, in steps; 0 where none has}
  public int longestDelay() {
    return Arrays.stream(chunks)
        .map(Chunk::runs)
        .mapToInt(runs -> runs == null ? 0 : runs.longest())
        .max()
        .orElse(0);
  }

  /// {@return how many synapses there are}
  public long synapses() {
    return Arrays.stream(chunks).mapToLong(Chunk::synapses).sum();
  }

  /// {@return the memory of the arrays}
  public long bytes() {
    return Arrays.stream(chunks).mapToLong(Chunk::bytes).sum();
  }
}

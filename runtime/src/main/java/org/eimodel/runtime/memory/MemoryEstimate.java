package org.eimodel.runtime.memory;

import java.util.List;
import java.util.Locale;
import org.eimodel.InsufficientMemoryException;

/// The memory that a network will take, in bytes.
///
/// @param projections what each projection of the plan will have
/// @param stateBytes arrays of the neurons, those of Poisson events with them
/// @param ringBytes spikes on their way
/// @param recordBytes what the run asked for will write down; spikes at a guess of [#GUESSED_RATE]
/// @param workBytes what building takes and gives back
public record MemoryEstimate(
    List<Synapses> projections, long stateBytes, long ringBytes, long recordBytes, long workBytes) {

  /// Recorded spikes are guessed at this many for each neuron and second.
  public static final double GUESSED_RATE = 10;

  /// What one projection will have.
  ///
  /// @param expected number of synapses; exact for rules that fix it
  /// @param bytes of its rows
  public record Synapses(double expected, long bytes) {}

  public MemoryEstimate {
    projections = List.copyOf(projections);
  }

  /// {@return the expected number of synapses}
  public double synapses() {
    return projections.stream().mapToDouble(Synapses::expected).sum();
  }

  /// {@return the memory of all rows}
  public long synapseBytes() {
    return projections.stream().mapToLong(Synapses::bytes).sum();
  }

  /// {@return all of it}
  public long total() {
    return synapseBytes() + stateBytes + ringBytes + recordBytes + workBytes;
  }

  /// Lets pass what fits.
  ///
  /// *Errors*: [InsufficientMemoryException] that says how much it is, and what to do.
  public void require(long allowed) {
    if (total() > allowed) {
      throw insufficient("needs %s, the heap allows %s", allowed);
    }
  }

  /// {@return the error for a heap that the estimate fits into, but not with what the collector keeps free}
  public InsufficientMemoryException exhausted(long allowed) {
    return insufficient("needs %s and room to move it, more than a heap of %s has", allowed);
  }

  private InsufficientMemoryException insufficient(String sentence, long allowed) {
    // Collectors keep a part free: half as much again lets most of them work.
    long heap = Math.max(total() + total() / 2, allowed + 1);
    String advice = "use --heap " + Math.ceilDiv(heap, 1L << 30) + "g";
    String message = String.format(sentence, size(total()), size(allowed)) + ": " + advice;
    return new InsufficientMemoryException(message, total(), allowed);
  }

  /// {@return a size as people read it: `3.1 GB`}
  public static String size(long bytes) {
    if (bytes >= 1L << 30) {
      return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1L << 20));
  }
}

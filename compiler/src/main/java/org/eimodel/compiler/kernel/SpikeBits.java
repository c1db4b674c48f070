package org.eimodel.compiler.kernel;

/// The spikes of a vector of neurons, one bit each: what generated vector code calls.
public final class SpikeBits {
  private SpikeBits() {}

  /// Appends `first` plus the number of each bit that is set, from below.
  ///
  /// @return how many entries `spikes` holds then
  public static int append(long bits, int first, int[] spikes, int count) {
    int end = count;
    for (long left = bits; left != 0; left &= left - 1) {
      spikes[end++] = first + Long.numberOfTrailingZeros(left);
    }
    return end;
  }
}

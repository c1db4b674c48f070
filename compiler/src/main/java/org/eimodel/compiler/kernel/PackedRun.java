package org.eimodel.compiler.kernel;

/// Synapses with the weights of single precision beside them, in one array: what a run brings lies on one page of memory, most
/// often, where two arrays have it on two.
///
/// *Shape*: of n synapses, the first ceil(n/2) numbers have the targets, synapse k in the lower half of number k, and those that
/// are left in the upper halves, in order; then come the bits of n weights. A run of length s so has floor(2 s / 3) synapses.
public final class PackedRun {
  private PackedRun() {}

  /// {@return how many numbers so many synapses take}
  public static int length(int synapses) {
    return synapses + (synapses + 1 >> 1);
  }

  /// {@return how many synapses a run has}
  ///
  /// @param from its first place in the array
  /// @param to the one after its last
  public static int synapses(int from, int to) {
    return (int) (2L * (to - from) / 3);
  }

  /// {@return how many synapses of a run have their targets in lower halves}
  public static int lower(int from, int to) {
    return synapses(from, to) + 1 >> 1;
  }

  /// {@return the target of synapse `k` of a run}
  public static char target(int[] block, int from, int to, int k) {
    int lower = lower(from, to);
    return (char) (k < lower ? block[from + k] : block[from + k - lower] >>> Character.SIZE);
  }

  /// {@return the weight of synapse `k` of a run}
  public static float weight(int[] block, int from, int to, int k) {
    return Float.intBitsToFloat(block[from + lower(from, to) + k]);
  }

  /// Writes synapses `from` up to `to` as a run that begins at a place.
  ///
  /// @param weights parallel to `targets`
  public static void write(
      char[] targets, float[] weights, int from, int to, int[] block, int place) {
    int count = to - from;
    int lower = count + 1 >> 1;
    int upper = count - lower;
    for (int k = 0; k < upper; k++) {
      block[place + k] = targets[from + k] | targets[from + lower + k] << Character.SIZE;
    }
    if (upper < lower) {
      block[place + upper] = targets[from + upper];
    }
    for (int k = 0; k < count; k++) {
      block[place + lower + k] = Float.floatToRawIntBits(weights[from + k]);
    }
  }
}

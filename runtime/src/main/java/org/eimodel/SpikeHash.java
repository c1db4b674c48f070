package org.eimodel;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A 64-bit fingerprint of a set of spikes: two runs with the same fingerprint fired the same spikes.
///
/// It is the sum, modulo 2^64, of one well-mixed number per spike, so that spikes may be added in any order, by any
/// number of threads, each with a hash of its own that is merged later. `docs/spike-hash.md` defines every operation
/// and carries test vectors, so that another program can compute the same number from `spikes.csv`.
///
/// ```java
/// long e = SpikeHash.population("E", List.of("V1"));
/// SpikeHash hash = new SpikeHash();
/// hash.add(e, 17, 4012);
/// hash.hex(); // 16 digits
/// ```
///
/// *Units.* A step is the time stamp of a spike divided by dt: a spike that fires while the network goes from n dt to
/// (n+1) dt is stamped n+1.
///
/// An instance belongs to one thread.
public final class SpikeHash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x00000100000001b3L;
  private static final long NEURON = 0x9e3779b97f4a7c15L;
  private static final long STEP = 0xd1b54a32d192ed03L;

  private long sum;

  /// The hash of no spikes: zero.
  public SpikeHash() {}

  /// {@return the part of the hash that all spikes of one population share}
  ///
  /// @param name the population as the model declares it, `E`
  /// @param labels the index labels in declaration order, `V1`; empty for a population without indices
  public static long population(String name, List<String> labels) {
    long h = text(OFFSET, name);
    for (String label : labels) {
      h = text(h, label);
    }
    return finish(h);
  }

  /// {@return the number that one spike adds to the sum}
  ///
  /// @param populationHash what [#population(String, List)] gave
  /// @param neuron index inside the population, from 0
  /// @param step time stamp in steps
  public static long mix(long populationHash, int neuron, long step) {
    return finish(finish(populationHash ^ neuron * NEURON) + step * STEP);
  }

  /// Adds one spike.
  public void add(long populationHash, int neuron, long step) {
    sum += mix(populationHash, neuron, step);
  }

  /// Adds all spikes of another hash, as after a run on several threads.
  public void add(SpikeHash other) {
    sum += other.sum;
  }

  /// {@return the sum so far, modulo 2^64}
  public long value() {
    return sum;
  }

  /// {@return the sum as exactly 16 lower-case hexadecimal digits}
  public String hex() {
    return String.format("%016x", sum);
  }

  @Override
  public String toString() {
    return hex();
  }

  /// FNV-1a over the UTF-8 bytes and one closing byte 0xff, which UTF-8 never contains: ("ab", "c") is not ("a", "bc").
  private static long text(long h, String s) {
    for (byte b : s.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xff)) * PRIME;
    }
    return (h ^ 0xff) * PRIME;
  }

  /// Spreads every input bit over all output bits, one to one (Stafford's variant 13 of the MurmurHash3 finisher).
  private static long finish(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}

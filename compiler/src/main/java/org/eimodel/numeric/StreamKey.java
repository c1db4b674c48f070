package org.eimodel.numeric;

import java.nio.charset.StandardCharsets;

/// The key of a random stream, made of the network's seed and the stream's qualified name.
///
/// The name's UTF-8 bytes go through 64-bit FNV-1a; the seed, plus the golden ratio's 64 bits, goes through the finalizer
/// of SplitMix64; the key is that finalizer once more, over the exclusive or of both. A name's key depends on no other
/// name: adding or removing a declaration changes nobody else's numbers.
///
/// | seed | name | key |
/// |---|---|---|
/// | 0 | (empty) | `aebe53f85cdc3c4c` |
/// | 1 | `E.v` | `4f7ebe671829e28b` |
/// | -1 | `EE[V1]` | `db5f2b3c40310e1d` |
/// | 42 | `größe` | `fcb300e1bd2f9afd` |
///
/// *Source*: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, figure 17
/// with the constants of its reference implementation; FNV-1a as in RFC 9923.
public final class StreamKey {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FNV_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private StreamKey() {}

  /// {@return the key for that stream under that seed}
  public static long of(long seed, String name) {
    long hash = FNV_BASIS;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    return mix(mix(seed + GOLDEN) ^ hash);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

package org.eimodel.runtime.state;

import org.eimodel.compiler.ir.Precision;

/// How long the arrays of a group are made, so that they do not get into each other's way.
///
/// A processor that loads a number looks for it among the last stores by the low twelve bits of the address: a store into
/// another array 4,096 bytes away, or a little more or less, makes the load wait, in every pass of the loop. Arrays that are
/// made one after the other mostly lie so, too. Each gets as many elements more as bring the next one to a distance of its
/// own from such a place.
final class Apart {
  private static final int PERIOD = 4096;
  private static final int LINE = 64;

  /// Up to so many bytes away, a store is taken for that of the load.
  private static final int NEAR = 256;

  private static final int HEADER = 16;

  private Apart() {}

  /// {@return the length of each of some arrays, at least the size}
  ///
  /// @param size elements in use
  static int length(Precision precision, int size, int arrays) {
    long bytes = (long) size * precision.bytes();
    if ((HEADER + bytes) * arrays <= PERIOD - NEAR) {
      return size;
    }
    int distance = PERIOD / Math.max(arrays, 4) / LINE * LINE;
    long more = Math.floorMod(distance - HEADER - bytes, (long) PERIOD);
    return (int) Math.min(size + more / precision.bytes(), Integer.MAX_VALUE - 8);
  }
}

package org.eimodel.vector;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.eimodel.vector.numeric.LaneWidth;

/// Vectors of two lanes on x86: C2 of JDK 25 has no masks for them (`-XX:+PrintIntrinsics` says so), so kernels of two
/// doubles are never compiled and a network stays in scalar form. Random kernels are compared in them all the same.
final class TwoLanes {
  private TwoLanes() {}

  /// Leaves a test out that waits for such kernels.
  static void leaveOut(boolean doubles) {
    boolean x86 = System.getProperty("os.arch").matches("amd64|x86_64");
    assumeFalse(x86 && doubles && LaneWidth.DOUBLE.length() == 2, "no masks of two lanes");
  }
}

package org.eimodel.compiler.bytecode;

/// Where large kernels are cut, in bytes of code as [Weight] bounds them.
///
/// @param loop a kernel up to here is one loop
/// @param part the statements of one loop of a larger kernel, with what passes in and out
/// @param statement a `when` that is heavier is divided
/// @param expression an expression that is heavier is computed in steps
record SizeLimits(int loop, int part, int statement, int expression) {
  /// Everything stays well below the 8,000 bytes that HotSpot compiles.
  static final SizeLimits HOTSPOT = new SizeLimits(6000, 5000, 1500, 300);
}

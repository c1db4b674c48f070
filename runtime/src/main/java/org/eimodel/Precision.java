package org.eimodel;

/// The floating-point format in which a network computes.
public enum Precision {
  /// 32 bits: half the memory, up to twice the speed.
  SINGLE,
  /// 64 bits: the standard.
  DOUBLE
}

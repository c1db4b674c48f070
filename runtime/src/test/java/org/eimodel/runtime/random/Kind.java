package org.eimodel.runtime.random;

/// The dimensions that random models use.
enum Kind {
  NUMBER("", "1"),
  VOLTAGE("mV", "mV"),
  TIME("ms", "ms"),
  RATE("[1/ms]", "[1/ms]"),
  SLOPE("[mV/ms]", "[mV/ms]"),
  CURRENT("pA", "pA"),
  CONDUCTANCE("nS", "nS"),
  RESISTANCE("MOhm", "MOhm");

  /// What stands behind a number.
  final String unit;

  /// What stands behind a colon.
  final String declared;

  Kind(String unit, String declared) {
    this.unit = unit;
    this.declared = declared;
  }
}

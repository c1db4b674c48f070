package org.eimodel.compiler.ir;

/// The floating-point format in which a network computes.
public enum Precision {
  SINGLE(Float.BYTES, 1e-30),
  DOUBLE(Double.BYTES, 1e-200);

  private final int bytes;
  private final double flushBelow;

  Precision(int bytes, double flushBelow) {
    this.bytes = bytes;
    this.flushBelow = flushBelow;
  }

  /// {@return the size of one number}
  public int bytes() {
    return bytes;
  }

  /// {@return the magnitude below which a decaying state becomes zero, in base units}
  public double flushBelow() {
    return flushBelow;
  }

  /// {@return the number as this precision holds it}
  public double round(double value) {
    return switch (this) {
      case SINGLE -> (float) value;
      case DOUBLE -> value;
    };
  }
}

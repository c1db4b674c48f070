package org.eimodel.cli.results;

/// A form in which the tables of a run are written.
public enum TableFormat {
  /// Comma separated values, one header line.
  CSV,
  /// NumPy's archive of arrays.
  NPZ;

  /// {@return the ending of its files, without the dot}
  public String ending() {
    return switch (this) {
      case CSV -> "csv";
      case NPZ -> "npz";
    };
  }
}

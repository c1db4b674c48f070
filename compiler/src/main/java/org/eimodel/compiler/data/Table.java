package org.eimodel.compiler.data;

import java.util.List;

/// Numbers in rows and columns.
///
/// *Shape*: `values` is row-major; a list of numbers has one column. Labels are in the order of the declaration, not of
/// the file; an empty list where the file has no labels.
///
/// *Units*: base units when the table was read with a unit, else the numbers of the file.
///
/// The array is the table's own: nobody writes to it. Tables are not meant to be compared: arrays are equal by identity.
public record Table(
    List<String> rowLabels, List<String> columnLabels, double[] values, int rows, int columns) {
  public Table {
    rowLabels = List.copyOf(rowLabels);
    columnLabels = List.copyOf(columnLabels);
    if (values.length != (long) rows * columns) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " x " + columns);
    }
  }

  public double at(int row, int column) {
    return values[row * columns + column];
  }
}

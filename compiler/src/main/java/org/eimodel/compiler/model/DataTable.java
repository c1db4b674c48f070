package org.eimodel.compiler.model;

import java.util.List;
import java.util.Optional;
import org.eimodel.compiler.units.Dimension;
import org.eimodel.syntax.Span;

/// Numbers over index sets.
///
/// *Shape*: row-major, the last axis fastest. *Units*: base units of `dimension`.
///
/// @param roles of the axes where the declaration names them: `to`, `from`
public record DataTable(
    String name,
    List<IndexSet> axes,
    List<Optional<String>> roles,
    Dimension dimension,
    double[] values,
    Span span) {
  public DataTable {
    axes = List.copyOf(axes);
    roles = List.copyOf(roles);
  }

  /// {@return the number at one label position per axis}
  public double at(int[] labels) {
    int offset = 0;
    for (int axis = 0; axis < labels.length; axis++) {
      offset = offset * axes.get(axis).size() + labels[axis];
    }
    return values[offset];
  }
}

package org.eimodel.compiler.data;

import org.eimodel.compiler.units.Dimension;

/// A number that a file gives with each pair: `w (pA)`.
///
/// @param name the heading without its unit
/// @param dimension that the unit must have
public record PairColumn(String name, Dimension dimension) {
  /// {@return a heading that would be right}
  String heading() {
    return dimension.isDimensionless() ? name : name + " (" + dimension + ")";
  }
}

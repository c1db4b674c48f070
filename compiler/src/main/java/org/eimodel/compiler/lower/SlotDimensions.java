package org.eimodel.compiler.lower;

import org.eimodel.compiler.model.Symbol;
import org.eimodel.compiler.model.ValueType;
import org.eimodel.compiler.units.Dimension;

/// The dimension of what a slot holds.
final class SlotDimensions {
  private SlotDimensions() {}

  static Dimension of(Symbol symbol) {
    return symbol.type() instanceof ValueType.Real(Dimension dimension) ? dimension : Dimension.NONE;
  }
}

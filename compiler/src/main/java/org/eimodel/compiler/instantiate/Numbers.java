package org.eimodel.compiler.instantiate;

import org.eimodel.compiler.units.Quantity;

/// Numbers in messages.
final class Numbers {
  private Numbers() {}

  static String text(double value) {
    return Quantity.number(value);
  }
}

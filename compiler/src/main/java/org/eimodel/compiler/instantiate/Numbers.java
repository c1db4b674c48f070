package org.eimodel.compiler.instantiate;

import java.math.BigDecimal;
import java.math.MathContext;
import org.eimodel.compiler.units.Quantity;

/// Numbers in messages.
final class Numbers {
  private Numbers() {}

  static String text(double value) {
    return Quantity.number(value);
  }

  /// {@return three digits: enough to say what a computed number is about}
  static double about(double value) {
    return Double.isFinite(value) ? new BigDecimal(value, new MathContext(3)).doubleValue() : value;
  }
}

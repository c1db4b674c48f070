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
    return rounded(value, 3);
  }

  /// {@return the number without the last digits, which are rounding alone}
  static double clean(double value) {
    return rounded(value, 12);
  }

  private static double rounded(double value, int digits) {
    return Double.isFinite(value)
        ? new BigDecimal(value, new MathContext(digits)).doubleValue()
        : value;
  }
}

package org.eimodel.cli.results;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the time of a step as the shortest exact decimal number of milliseconds: `0.1`, `12.3`, `400`.
final class StepTime {
  private final BigDecimal dt;
  private final long unscaled;
  private final int scale;

  StepTime(RunClock clock) {
    dt = clock.dt();
    boolean small = dt.precision() <= 18 && dt.scale() >= 0 && dt.scale() <= 18;
    unscaled = small ? dt.unscaledValue().longValueExact() : 0;
    scale = dt.scale();
  }

  /// {@return the ASCII digits of the time of a step, not negative}
  byte[] of(long step) {
    if (unscaled == 0 || Math.multiplyHigh(unscaled, step) != 0 || unscaled * step < 0) {
      BigDecimal time = dt.multiply(BigDecimal.valueOf(step)).stripTrailingZeros();
      return time.toPlainString().getBytes(StandardCharsets.US_ASCII);
    }
    long value = unscaled * step;
    int decimals = scale;
    while (decimals > 0 && value % 10 == 0) {
      value /= 10;
      decimals--;
    }
    byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    return decimals == 0 ? digits : withPoint(digits, decimals);
  }

  private static byte[] withPoint(byte[] digits, int decimals) {
    int whole = Math.max(1, digits.length - decimals);
    byte[] text = new byte[whole + 1 + decimals];
    Arrays.fill(text, (byte) '0');
    text[whole] = '.';
    for (int k = 0; k < digits.length; k++) {
      int fromEnd = digits.length - k;
      text[fromEnd <= decimals ? text.length - fromEnd : text.length - fromEnd - 1] = digits[k];
    }
    return text;
  }
}

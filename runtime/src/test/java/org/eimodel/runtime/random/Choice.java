package org.eimodel.runtime.random;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;

/// The choices that make a random model; the same seed makes the same.
final class Choice {
  private final SplittableRandom random;

  Choice(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// {@return a whole number from `low` to `high`, both included}
  int whole(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  @SafeVarargs
  final <T> T of(T... options) {
    return options[random.nextInt(options.length)];
  }

  <T> T of(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /// {@return a number of few digits, as a model writes it, in brackets when negative}
  String number(double low, double high) {
    return text(between(low, high));
  }

  /// {@return the number with three digits}
  static String text(double value) {
    String plain = new BigDecimal(value).round(new MathContext(3)).toPlainString();
    return value < 0 ? "(" + plain + ")" : plain;
  }

  /// {@return a quantity, as `20 ms`}
  String quantity(double low, double high, String unit) {
    double value = between(low, high);
    String magnitude = text(Math.abs(value)) + (unit.isEmpty() ? "" : " " + unit);
    return value < 0 ? "(-" + magnitude + ")" : magnitude;
  }
}

package org.eimodel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// A state became NaN or infinite: the run is over, at the first step and place where it happened.
///
/// The states are those of before that step for this neuron and unspecified for others; the network can still be read,
/// but not stepped.
public final class NotFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String population;
  private final int neuron;
  private final String state;
  private final double value;
  private final double time;
  private final double lastFinite;

  /// @param population as `E[V1]`
  /// @param neuron index inside the population
  /// @param state name of the state, as `v`
  /// @param value what it became: NaN or an infinity
  /// @param time in ms
  /// @param lastFinite the state's value before this neuron's step, in base units; not finite where what arrived at the
  ///     beginning of the step, or was set, made it so
  /// @param unit the base unit of the state
  public NotFiniteException(
      String population,
      int neuron,
      String state,
      double value,
      double time,
      double lastFinite,
      String unit) {
    super(
        String.format(
            Locale.ROOT,
            "%s of neuron %d of %s became %s at %s ms; %s",
            state,
            neuron,
            population,
            Double.isNaN(value) ? "NaN" : "infinite",
            text(time),
            Double.isFinite(lastFinite)
                ? "its last finite value was " + text(lastFinite) + (unit.equals("1") ? "" : " " + unit)
                : "what arrives there, or was set, made it so before this step"));
    this.population = population;
    this.neuron = neuron;
    this.state = state;
    this.value = value;
    this.time = time;
    this.lastFinite = lastFinite;
  }

  /// {@return the population, as `E[V1]`}
  public String population() {
    return population;
  }

  /// {@return the neuron's index inside the population}
  public int neuron() {
    return neuron;
  }

  /// {@return the name of the state}
  public String state() {
    return state;
  }

  /// {@return NaN or an infinity}
  public double value() {
    return value;
  }

  /// {@return when it happened, in ms}
  public double time() {
    return time;
  }

  /// {@return the state's value before the neuron's step, in base units; not finite where what arrived at the beginning of
  /// the step, or was set, made it so}
  public double lastFinite() {
    return lastFinite;
  }

  /// {@return a number without the last digits, which are rounding alone}
  private static String text(double value) {
    return new BigDecimal(value).round(new MathContext(10)).stripTrailingZeros().toString();
  }
}

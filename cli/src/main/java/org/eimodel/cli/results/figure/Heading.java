package org.eimodel.cli.results.figure;

import java.util.Locale;
import org.eimodel.cli.results.RunClock;

/// What stands over a figure.
///
/// @param title the model's name
/// @param caption what the reader has to know: size of the network, duration, dt, seed
public record Heading(String title, String caption) {

  /// {@return the heading of a run: `116,000 neurons · 1000 ms · dt 0.1 ms · seed 1`}
  public static Heading of(String model, long neurons, RunClock clock, long seed) {
    String size = String.format(Locale.ROOT, neurons == 1 ? "%,d neuron" : "%,d neurons", neurons);
    String duration = clock.timeOf(clock.steps()).stripTrailingZeros().toPlainString();
    return new Heading(model, size)
        .and(duration + " ms")
        .and("dt " + clock.dt().toPlainString() + " ms")
        .and("seed " + seed);
  }

  /// {@return the same heading that says one thing more}
  public Heading and(String more) {
    return new Heading(title, caption.isEmpty() ? more : caption + " \u00b7 " + more);
  }
}

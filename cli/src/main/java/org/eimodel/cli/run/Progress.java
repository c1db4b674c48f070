package org.eimodel.cli.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.eimodel.cli.results.RunClock;

/// How far a simulation is: biological time, speed against real time, and time left.
///
/// ```
/// [#########.........]  47 %  470 of 1000 ms  3.2 x slower than real time  2 s left
/// ```
///
/// A thread of the library redraws the line ten times a second; the simulation only stores a number.
final class Progress implements AutoCloseable {
  private static final int INTERVAL_MILLIS = 100;
  private static final int SHORTEST_BAR = 4;
  private static final int LONGEST_BAR = 24;

  private final RunClock clock;
  private final Optional<ProgressBar> bar;
  private volatile long step;

  private Progress(RunClock clock, StatusLine line) {
    this.clock = clock;
    this.bar =
        line.isShown()
            ? Optional.of(
                new ProgressBarBuilder()
                    .setInitialMax(clock.steps())
                    .setUpdateIntervalMillis(INTERVAL_MILLIS)
                    .setRenderer((state, width) -> render(state))
                    .setConsumer(line)
                    .build())
            : Optional.empty();
  }

  /// {@return the progress of a run that begins now}
  static Progress begin(RunClock clock, StatusLine line) {
    return new Progress(clock, line);
  }

  /// The simulation has completed this many steps.
  void at(long completed) {
    step = completed;
    bar.ifPresent(shown -> shown.stepTo(completed));
  }

  /// {@return `470 ms of 1000 ms`}
  String place() {
    return RunClock.text(clock.millis(step)) + " of " + RunClock.text(clock.duration());
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }

  private String render(ProgressState state) {
    return line(clock, state.getCurrent(), state.getElapsedAfterStart());
  }

  /// {@return the line after some steps and some time; the bar takes the room that the words leave}
  static String line(RunClock clock, long step, Duration elapsed) {
    double share = clock.steps() == 0 ? 1 : (double) step / clock.steps();
    double seconds = elapsed.toNanos() * 1e-9;
    String words =
        String.format(
            Locale.ROOT,
            " %3.0f %%  %.0f of %.0f ms",
            100 * share,
            clock.millis(step),
            clock.duration());
    if (step > 0) {
      words +=
          "  "
              + speed(1000 * seconds / clock.millis(step))
              + "  "
              + left(seconds * (1 - share) / share);
    }
    int width = Math.clamp(StatusLine.WIDTH - 2L - words.length(), SHORTEST_BAR, LONGEST_BAR);
    int filled = (int) (share * width);
    return "[" + "#".repeat(filled) + ".".repeat(width - filled) + "]" + words;
  }

  /// {@return a real-time factor in words: `3.2 x slower than real time`}
  static String speed(double realTimeFactor) {
    boolean slower = realTimeFactor >= 1;
    double times = slower ? realTimeFactor : 1 / realTimeFactor;
    String number = String.format(Locale.ROOT, times < 9.95 ? "%.1f" : "%.0f", times);
    return number.equals("1.0")
        ? "real time"
        : number + " x " + (slower ? "slower" : "faster") + " than real time";
  }

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60
        ? whole + " s left"
        : whole < 3600
            ? "%d:%02d min left".formatted(whole / 60, whole % 60)
            : "%d:%02d h left".formatted(whole / 3600, whole / 60 % 60);
  }
}

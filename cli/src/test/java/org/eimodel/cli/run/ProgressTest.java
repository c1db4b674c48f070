package org.eimodel.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.eimodel.cli.results.RunClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private static final RunClock SECOND = RunClock.of("0.1", 10_000);

  @Test
  void aLineSaysWhereHowFastAndHowLong() {
    assertEquals(
        "[###.............]  20 %  200 of 1000 ms  5.0 x slower than real time  4 s left",
        Progress.line(SECOND, 2000, Duration.ofSeconds(1)));
    assertEquals(
        "[........................]   0 %  0 of 1000 ms",
        Progress.line(SECOND, 0, Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 10000, 1",
    "0.025, 400000000, 3",
    "0.1, 10000, 5000",
    "0.1, 36000000, 90000",
    "1, 5, 0"
  })
  void aLineNeverReachesTheLastColumn(String dt, long steps, long seconds) {
    RunClock clock = RunClock.of(dt, steps);
    for (long step = 0; step <= steps; step += Math.max(1, steps / 97)) {
      String line = Progress.line(clock, step, Duration.ofSeconds(seconds).plusMillis(3));
      assertTrue(line.length() <= 79, line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3.21, 3.2 x slower than real time",
    "42.4, 42 x slower than real time",
    "0.25, 4.0 x faster than real time",
    "0.02, 50 x faster than real time",
    "1.01, real time",
    "0.99, real time"
  })
  void speedInWords(double factor, String words) {
    assertEquals(words, Progress.speed(factor));
  }

  @Test
  void theLineIsRedrawnInATerminalAndLeavesNoTrace() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StatusLine line = new StatusLine(new PrintStream(out), true);
    line.accept("building ...");
    line.accept("done");
    line.close();
    assertEquals("\rbuilding ...\rdone        \r    \r", out.toString());
  }

  @Test
  void withoutATerminalNothingIsDrawn() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StatusLine line = new StatusLine(new PrintStream(out), false);
        Progress progress = Progress.begin(SECOND, line)) {
      line.accept("building ...");
      progress.at(5000);
      assertEquals("500 ms of 1000 ms", progress.place());
    }
    assertEquals("", out.toString());
  }
}

package org.eimodel.cli.results.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.eimodel.cli.results.RunClock;
import org.junit.jupiter.api.Test;

class SmoothingTest {
  @Test
  void theWindowFollowsTheLengthOfTheRun() {
    assertEquals("1 ms bins, Gaussian window, sd 5 ms", text("0.1", 10_000));
    assertEquals("10 ms bins, Gaussian window, sd 50 ms", text("0.1", 100_000));
    assertEquals("0.2 ms bins, Gaussian window, sd 1 ms", text("0.01", 5_000));
    assertEquals("2 ms bins, Gaussian window, sd 5 ms", text("2", 500));
    assertEquals(
        "10 ms bins, not smoothed", new Smoothing(100, 0).text(RunClock.of("0.1", 10_000)));
  }

  private static String text(String dt, long steps) {
    RunClock clock = RunClock.of(dt, steps);
    return Smoothing.of(clock).text(clock);
  }

  @Test
  void aConstantStaysAndAnImpulseBecomesAGaussian() {
    double[] flat = new double[40];
    Arrays.fill(flat, 3.5);
    assertArrayEquals(flat, new Smoothing(1, 5).apply(flat), 1e-12);
    double[] impulse = new double[101];
    impulse[50] = 1;
    double[] smooth = new Smoothing(1, 5).apply(impulse);
    assertEquals(1, Arrays.stream(smooth).sum(), 1e-9);
    assertEquals(
        1 / (5 * Math.sqrt(2 * Math.PI)), smooth[50], 3e-4); // the window ends at three deviations
    assertEquals(Math.exp(-0.5), smooth[55] / smooth[50], 1e-12);
    assertEquals(0, smooth[34]);
  }

  @Test
  void aShortPeakOverLowRatesAsksForDecades() {
    double[] rest = new double[1000];
    Arrays.fill(rest, 0.06);
    double[] pulse = rest.clone();
    Arrays.fill(pulse, 10, 30, 40);
    RateScale scale = RateScale.of(List.of(pulse), 0.02);
    assertEquals(new RateScale(true, 0.01, 40), scale);
    assertEquals(
        List.of("\u22640.01", "0.1", "1", "10"), scale.ticks(5).stream().map(scale::text).toList());
    assertEquals(0, scale.share(0.001));
    assertEquals(1, scale.share(40), 1e-12);
    Arrays.fill(pulse, 300, 1000, 30);
    assertEquals(new RateScale(false, 0, 40), RateScale.of(List.of(pulse), 0.02));
    assertEquals(new RateScale(false, 0, 1), RateScale.of(List.of(new double[10]), 0.02));
  }

  @Test
  void ticksAreRoundNumbers() {
    assertEquals(List.of("0", "200", "400", "600", "800", "1000"), texts(0, 1000, 5));
    assertEquals(
        List.of("\u221280", "\u221260", "\u221240", "\u221220", "0", "20", "40"),
        texts(-81, 46, 7));
    assertEquals(List.of("0", "0.0005", "0.001"), texts(0, 0.001, 3));
    assertEquals(List.of("0", "2e\u22127", "4e\u22127"), texts(0, 5e-7, 3));
    assertEquals(List.of("1000000", "1000005"), texts(999_999, 1_000_009, 2));
  }

  private static List<String> texts(double from, double until, int count) {
    Scale scale = new Scale(from, until, 0, 1);
    return scale.ticks(count).stream().map(tick -> Scale.text(tick, until - from)).toList();
  }
}

package org.eimodel.cli.bench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eimodel.runtime.PhaseTimes;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  /// 10 steps of 1 us on two threads, which integrate 0.6 us and deliver 0.2 us each; recording takes 0.1 us.
  private static final Measurement TWO_THREADS =
      new Measurement(
          new Measurement.Origin(
              "net",
              "single",
              "auto",
              2,
              1,
              new BigDecimal("0.1"),
              Map.of(),
              100,
              2000,
              20),
          1020,
          new PhaseTimes(10, 10_000, 4_000, 0, 12_000, 0, 1_000),
          800,
          5000);

  @Test
  void partsAddUpToTheWallTime() {
    Map<String, Double> parts = TWO_THREADS.parts();
    assertEquals(
        List.of("deliver", "drive", "integrate", "send", "record", "rest"),
        List.copyOf(parts.keySet()));
    assertAll(
        () -> assertEquals(200, parts.get("deliver"), 1e-9),
        () -> assertEquals(600, parts.get("integrate"), 1e-9),
        () -> assertEquals(100, parts.get("record"), 1e-9),
        () -> assertEquals(100, parts.get("rest"), 1e-9),
        () -> assertEquals(1000, parts.values().stream().mapToDouble(p -> p).sum(), 1e-9),
        () -> assertEquals(1000.0 / 1020, TWO_THREADS.explained(), 1e-12));
  }

  @Test
  void figuresByItem() {
    assertAll(
        () -> assertEquals(10.2, TWO_THREADS.nanosPerNeuronStep(), 1e-12),
        () -> assertEquals(5, TWO_THREADS.nanosPerEvent(), 1e-12),
        () -> assertEquals(80, TWO_THREADS.eventsPerStep(), 1e-12),
        () -> assertEquals(2.5, TWO_THREADS.bytesPerSynapse(), 1e-12),
        () -> assertEquals(0.0102, TWO_THREADS.realTimeFactor(), 1e-12));
  }

  @Test
  void theTextFitsAnOldTerminal() {
    String text = MeasurementText.of(TWO_THREADS);
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    assertTrue(text.contains("  integrate            0.600  58.8 %\n"), text);
    assertTrue(text.contains("  together              1.00  98.0 %\n"), text);
  }

  @Test
  void nothingDividesByZero() {
    Measurement silent =
        new Measurement(
            new Measurement.Origin(
                "one", "double", "scalar", 1, 1, new BigDecimal("0.1"), Map.of(), 1, 0, 2),
            50,
            new PhaseTimes(1, 50, 0, 0, 40, 0, 0),
            0,
            0);
    assertEquals(0, silent.nanosPerEvent());
    assertEquals(0, silent.bytesPerSynapse());
    assertTrue(MeasurementText.of(silent).contains("  events    none\n"));
  }
}

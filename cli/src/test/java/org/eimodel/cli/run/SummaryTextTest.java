package org.eimodel.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eimodel.runtime.KernelForm;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
  @Test
  void aLargeNetwork() {
    Map<String, Double> rates = new LinkedHashMap<>(Map.of("E", 0.1312));
    for (int area = 0; area < 29; area++) {
      rates.put("E[A" + area + "]", area == 7 ? 0.97531 : 0.05 + area * 1e-3);
    }
    assertEquals(
        """
        macaque29: 116,000 neurons, 196,985,600 synapses
          run       10,000 steps of 0.1 ms  single precision  2 threads  seed 1
          seconds   load 0.12  compile 1.04  build 2.25  simulate 5.47  write 1.12
                    total 10.01
          speed     5.5 x slower than real time (factor 5.47)
          kernels   16 vector lanes from step 1,234 on
          memory    562 MB at most
          spikes    128,237  hash 82bc4f04f292a1d8
          rate      E 0.131 Hz:  E[A0] 0.0500 Hz to  E[A7] 0.975 Hz
        """,
        SummaryText.of(summary(rates)));
  }

  @Test
  void aFewPopulationsAreAllNamed() {
    Map<String, Double> rates = new LinkedHashMap<>();
    rates.put("E", 15.0);
    rates.put("I", 1234.5);
    rates.put("E[one]", 10.0);
    rates.put("E[two]", 20.0);
    String text = SummaryText.of(summary(rates));
    assertTrue(text.contains("  rate      E 15.0 Hz:  E[one] 10.0 Hz  E[two] 20.0 Hz\n"), text);
    assertTrue(text.contains("  rate      I 1230 Hz\n"), text);
  }

  @Test
  void silenceIsSaidOnce() {
    Map<String, Double> rates = new LinkedHashMap<>(Map.of("E", 0.0));
    for (int area = 0; area < 29; area++) {
      rates.put("E[A" + area + "]", 0.0);
    }
    String text = SummaryText.of(summary(rates));
    assertTrue(text.contains("  rate      E 0.00 Hz:  all 29 populations alike\n"), text);
  }

  @Test
  void proceduralProjectionsAreNamed() {
    Map<String, Long> drawn = new LinkedHashMap<>();
    drawn.put("between", 150_614_000L);
    drawn.put("EE", 1L);
    String text = SummaryText.of(summary(Map.of("E", 1.0), drawn));
    assertTrue(
        text.contains("  drawn     anew for each spike:  between 150,614,000 synapses  EE 1 synapse\n"),
        text);
  }

  private static Summary summary(Map<String, Double> rates) {
    return summary(rates, Map.of());
  }

  private static Summary summary(Map<String, Double> rates, Map<String, Long> procedural) {
    return new Summary(
        116_000,
        196_985_600,
        procedural,
        10_000,
        1.0,
        new Seconds(0.12, 1.04, 2.25, 5.47, 1.12, 10.01),
        589_000_000,
        rates,
        128_237,
        "82bc4f04f292a1d8",
        new KernelForm(16, 1234),
        new Summary.Origin("macaque29", "single", 2, 1, new BigDecimal("0.1"), Map.of()));
  }
}

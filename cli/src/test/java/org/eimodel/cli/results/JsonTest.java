package org.eimodel.cli.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void keepsTheOrderAndTheNumbers() {
    Map<String, Object> rates = new LinkedHashMap<>();
    rates.put("E", 8.75);
    rates.put("E[\"V1\"]", Double.NaN);
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("synapses", 197_000_000_000L);
    summary.put("neurons", 116_000);
    summary.put("rates", rates);
    summary.put("dt", new BigDecimal("0.1"));
    summary.put("files", List.of("spikes.csv", true));
    summary.put("none", null);
    summary.put("empty", Map.of());
    assertEquals(
        """
        {
          "synapses": 197000000000,
          "neurons": 116000,
          "rates": {
            "E": 8.75,
            "E[\\"V1\\"]": null
          },
          "dt": 0.1,
          "files": [ "spikes.csv", true ],
          "none": null,
          "empty": { }
        }
        """,
        Json.indented(summary));
  }

  @Test
  void refusesWhatJsonHasNoFormFor() {
    assertThrows(IllegalArgumentException.class, () -> Json.indented(Map.of("when", new Object())));
  }
}

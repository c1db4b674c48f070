package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eimodel.Precision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rates of the 29-area network in windows of time, area by area, against a run of another program.
///
/// A tolerance is four standard errors of the difference of two runs whose spikes are independent. So three kinds of row
/// are left out: those with fewer than 20 spikes, whose counts are not Gaussian; the first window, of which the reference
/// lacks the first millisecond; and the excitatory neurons of V2, V4, DP and MT in the 100 ms after the pulse. V1 fires in
/// volleys some 8 ms apart while the pulse lasts, and its last volley still reaches them: whether 20 or 90 neurons of V2
/// fire after 500 ms is a matter of the volley's phase.
///
/// *Source*: chaoming0625/A-Large-Scale-EI-Net, `large_scale_COBA_EI.py`, one run under BrainPy 2.8.2.
class Macaque29RatesTest {
  private static final int ENOUGH_SPIKES = 20;
  private static final List<String> LATE_VOLLEYS = List.of("V2", "V4", "DP", "MT");
  private final List<String> areas = List.of(Figures.resource("macaque29/areas.csv").texts("area"));

  @Test
  void singlePrecision() {
    compare(1, Precision.SINGLE);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"2", "3", "4", "5"})
  void moreSeeds(int seed) {
    compare(seed, Precision.SINGLE);
  }

  @Tag("slow")
  @Test
  void doublePrecision() {
    compare(1, Precision.DOUBLE);
  }

  private void compare(int seed, Precision precision) {
    Map<String, double[]> spikes = spikes(seed, precision);
    Figures figures =
        Figures.of("macaque29-rates.csv")
            .where("from_ms", from -> !from.equals("0"))
            .where("spike_count", count -> Integer.parseInt(count) >= ENOUGH_SPIKES)
            .without(
                row -> row[0].equals("500") && row[2].equals("E") && LATE_VOLLEYS.contains(row[3]));
    List<String> failures = new ArrayList<>();
    double largest = 0;
    for (String[] row : figures.rows()) {
      int from = Integer.parseInt(row[0]);
      int until = Integer.parseInt(row[1]);
      List<String> populations = row[3].equals("ALL") ? areas : List.of(row[3]);
      long count =
          populations.stream()
              .mapToLong(area -> between(spikes.get(row[2] + "[" + area + "]"), from, until))
              .sum();
      double neurons = populations.size() * (row[2].equals("E") ? 3200.0 : 800.0);
      double rate = count / neurons / ((until - from) / 1000.0);
      double off = Math.abs(rate - Double.parseDouble(row[5])) / Double.parseDouble(row[7]);
      largest = Math.max(largest, off);
      if (row[3].equals("ALL")) {
        System.out.printf(
            Locale.ROOT,
            "figure: macaque29 %s seed %d, %s %4d-%4d ms: %.4f Hz (%s ± %s)%n",
            precision,
            seed,
            row[2],
            from,
            until,
            rate,
            row[5],
            row[7]);
      }
      if (off > 1) {
        failures.add(String.join(",", row) + ": " + rate + " Hz");
      }
    }
    Deviations.report(
        figures.rows().size() + " rates of macaque29, " + precision + ", seed " + seed,
        largest,
        "of tolerance");
    List<String> first = failures.subList(0, Math.min(5, failures.size()));
    assertEquals(0, failures.size(), "rates outside their tolerance, the first of them " + first);
  }

  private Map<String, double[]> spikes(int seed, Precision precision) {
    Experiment experiment = Experiment.library("macaque29").seed(seed).precision(precision);
    List<String> populations = new ArrayList<>();
    for (String family : List.of("E", "I")) {
      areas.forEach(area -> populations.add(family + "[" + area + "]"));
    }
    populations.forEach(experiment::listen);
    Experiment.Result result = experiment.run(1000);
    Map<String, double[]> spikes = new LinkedHashMap<>();
    populations.forEach(name -> spikes.put(name, result.spikeTimes(name)));
    return spikes;
  }

  /// Spikes of the steps that begin in the window: a spike is stamped with the end of its step.
  private static long between(double[] times, int from, int until) {
    return Arrays.stream(times).filter(t -> t > from + 0.05 && t < until + 0.05).count();
  }
}

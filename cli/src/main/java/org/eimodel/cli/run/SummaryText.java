package org.eimodel.cli.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eimodel.cli.console.Amounts;

/// A summary for people: at most 80 columns.
///
/// Of a family with many populations the slowest and the fastest are named; `summary.json` has them all.
final class SummaryText {
  private static final int FEW = 6;
  private static final int WIDTH = 79;
  private static final int INDENT = 12;

  private SummaryText() {}

  private static String kernels(Summary summary) {
    if (!summary.kernels().inLanes()) {
      return "scalar";
    }
    String lanes = Amounts.count(summary.kernels().lanes(), "vector lane");
    long since = summary.kernels().since();
    return since == 0 ? lanes : lanes + " from step " + Amounts.grouped(since) + " on";
  }

  /// {@return the summary in lines, each ended by a line feed}
  static String of(Summary summary) {
    StringBuilder text = new StringBuilder();
    Summary.Origin origin = summary.origin();
    text.append(origin.model()).append(": ").append(Amounts.count(summary.neurons(), "neuron"));
    text.append(", ").append(Amounts.count(summary.synapses(), "synapse")).append('\n');
    line(
        text,
        "run",
        List.of(
            Amounts.count(summary.steps(), "step")
                + " of "
                + origin.dtMillis().toPlainString()
                + " ms",
            origin.precision() + " precision",
            Amounts.count(origin.threads(), "thread"),
            "seed " + origin.seed()));
    Seconds s = summary.seconds();
    line(
        text,
        "seconds",
        List.of(
            "load " + seconds(s.load()),
            "compile " + seconds(s.compile()),
            "build " + seconds(s.build()),
            "simulate " + seconds(s.simulate()),
            "write " + seconds(s.write()),
            "total " + seconds(s.total())));
    if (summary.steps() > 0) {
      String factor = String.format(Locale.ROOT, "%.3g", summary.realTimeFactor());
      line(
          text,
          "speed",
          List.of(Progress.speed(summary.realTimeFactor()) + " (factor " + plain(factor) + ")"));
    }
    if (!summary.procedural().isEmpty()) {
      List<String> words = new ArrayList<>(List.of("anew for each spike:"));
      summary
          .procedural()
          .forEach((name, count) -> words.add(name + " " + Amounts.count(count, "synapse")));
      line(text, "drawn", words);
    }
    line(text, "kernels", List.of(kernels(summary)));
    line(text, "memory", List.of(Amounts.bytes(summary.peakMemoryBytes()) + " at most"));
    line(
        text,
        "spikes",
        List.of(
            String.format(Locale.ROOT, "%,d", summary.spikeCount()),
            "hash " + summary.spikeHash()));
    families(summary.rates())
        .forEach((family, rates) -> {
          double mean = Objects.requireNonNull(summary.rates().get(family));
          line(text, "rate", rate(family, mean, rates));
        });
    return text.toString();
  }

  private static Map<String, Map<String, Double>> families(Map<String, Double> rates) {
    Map<String, Map<String, Double>> families = new LinkedHashMap<>();
    rates.forEach((name, rate) -> {
      int bracket = name.indexOf('[');
      if (bracket < 0) {
        families.put(name, new LinkedHashMap<>());
      }
    });
    rates.forEach((name, rate) -> {
      int bracket = name.indexOf('[');
      if (bracket >= 0) {
        Objects.requireNonNull(families.get(name.substring(0, bracket))).put(name, rate);
      }
    });
    return families;
  }

  private static List<String> rate(String family, double mean, Map<String, Double> populations) {
    List<String> words = new ArrayList<>();
    words.add(family + " " + hertz(mean) + (populations.isEmpty() ? "" : ":"));
    if (populations.size() <= FEW) {
      populations.forEach((name, rate) -> words.add(name + " " + hertz(rate)));
      return words;
    }
    Comparator<Map.Entry<String, Double>> byRate = Map.Entry.comparingByValue();
    Map.Entry<String, Double> least = populations.entrySet().stream().min(byRate).orElseThrow();
    Map.Entry<String, Double> most = populations.entrySet().stream().max(byRate).orElseThrow();
    if (least.getValue().equals(most.getValue())) {
      words.add("all " + populations.size() + " populations alike");
      return words;
    }
    words.add(least.getKey() + " " + hertz(least.getValue()) + " to");
    words.add(most.getKey() + " " + hertz(most.getValue()));
    return words;
  }

  private static void line(StringBuilder text, String label, List<String> parts) {
    StringBuilder line = new StringBuilder("  " + label + " ".repeat(INDENT - 2 - label.length()));
    boolean first = true;
    for (String part : parts) {
      if (!first && line.length() + 2 + part.length() > WIDTH) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(" ".repeat(INDENT));
        first = true;
      }
      line.append(first ? "" : "  ").append(part);
      first = false;
    }
    text.append(line).append('\n');
  }

  private static String hertz(double rate) {
    return plain(String.format(Locale.ROOT, "%.3g", rate)) + " Hz";
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  private static String plain(String number) {
    return new BigDecimal(number).toPlainString();
  }
}

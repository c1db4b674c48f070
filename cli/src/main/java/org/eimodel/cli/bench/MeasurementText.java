package org.eimodel.cli.bench;

import java.math.BigDecimal;
import java.util.Locale;
import org.eimodel.cli.console.Amounts;

/// A measurement for people: at most 80 columns.
final class MeasurementText {
  private MeasurementText() {}

  /// {@return the measurement in lines, each ended by a line feed}
  static String of(Measurement measurement) {
    Measurement.Origin origin = measurement.origin();
    StringBuilder text = new StringBuilder();
    text.append(origin.model()).append(": ").append(Amounts.count(origin.neurons(), "neuron"));
    text.append(", ").append(Amounts.count(origin.synapses(), "synapse")).append('\n');
    line(
        text,
        "run",
        "%s of %s ms  %s precision  %s  tier %s"
            .formatted(
                Amounts.count(origin.steps(), "step"),
                origin.dtMillis().toPlainString(),
                origin.precision(),
                Amounts.count(origin.threads(), "thread"),
                origin.tier()));
    line(
        text,
        "speed",
        "%s us a step  %s ns a neuron and step  real-time factor %s"
            .formatted(
                digits(measurement.plain() / 1000),
                digits(measurement.nanosPerNeuronStep()),
                digits(measurement.realTimeFactor())));
    line(
        text,
        "events",
        measurement.events() == 0
            ? "none"
            : "%s a step  %s ns each, of delivery"
                .formatted(
                    digits(measurement.eventsPerStep()), digits(measurement.nanosPerEvent())));
    if (origin.synapses() > 0) {
      line(text, "synapses", digits(measurement.bytesPerSynapse()) + " bytes each");
    }
    text.append('\n').append("  part             us a step   share\n");
    double plain = measurement.plain();
    measurement.parts().forEach((name, nanos) -> row(text, name, nanos, plain));
    row(text, "together", measurement.explained() * plain, plain);
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String words) {
    text.append(String.format(Locale.ROOT, "  %-10s%s%n", label, words));
  }

  private static void row(StringBuilder text, String name, double nanos, double plain) {
    text.append(
        String.format(
            Locale.ROOT,
            "  %-14s %11s %5.1f %%%n",
            name,
            digits(nanos / 1000),
            100 * nanos / plain));
  }

  private static String digits(double value) {
    return new BigDecimal(String.format(Locale.ROOT, "%.3g", value)).toPlainString();
  }
}

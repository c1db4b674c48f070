package org.eimodel.cli.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eimodel.runtime.PhaseTimes;

/// What the steps of a network cost.
///
/// @param origin what was measured
/// @param plain nanoseconds of a step that nobody looks into
/// @param phases of other steps, in between, with looks at the clock
/// @param events how many synaptic events those steps delivered, on average over the rows of a projection
/// @param synapseBytes the memory of all synapses
record Measurement(
    Origin origin, double plain, PhaseTimes phases, double events, long synapseBytes) {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  /// What was measured.
  ///
  /// @param threads how many threads compute
  /// @param steps how many steps, half of them with looks at the clock
  /// @param dtMillis the time step, exactly
  /// @param settings parameters that were set, as they were typed
  record Origin(
      String model,
      String precision,
      String tier,
      int threads,
      long seed,
      BigDecimal dtMillis,
      Map<String, String> settings,
      long neurons,
      long synapses,
      long steps) {}

  double nanosPerNeuronStep() {
    return plain / origin.neurons();
  }

  /// {@return delivery alone, by one thread; 0 where nothing was delivered}
  double nanosPerEvent() {
    return events == 0 ? 0 : phases.deliver() / events;
  }

  double eventsPerStep() {
    return events / phases.steps();
  }

  double bytesPerSynapse() {
    return origin.synapses() == 0 ? 0 : (double) synapseBytes / origin.synapses();
  }

  /// {@return wall time over biological time; below 1 is faster than real time}
  double realTimeFactor() {
    return plain / (origin.dtMillis().doubleValue() * 1e6);
  }

  /// {@return nanoseconds of a step by phase: what each of the threads does on average, and the rest of the wall's time}
  Map<String, Double> parts() {
    int threads = origin.threads();
    double shared = phases.deliver() + phases.drive() + phases.integrate() + phases.send();
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("deliver", phases.deliver() / threads);
    parts.put("drive", phases.drive() / threads);
    parts.put("integrate", phases.integrate() / threads);
    parts.put("send", phases.send() / threads);
    parts.put("record", phases.record());
    parts.put("rest", phases.wall() - shared / threads - phases.record());
    parts.replaceAll((name, nanos) -> nanos / phases.steps());
    return parts;
  }

  /// {@return all parts together over a step that nobody looks into: 1 where the parts explain it}
  double explained() {
    return phases.wall() / phases.steps() / plain;
  }

  /// {@return the members of the JSON object, in order}
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("model", origin.model());
    object.put("precision", origin.precision());
    object.put("tier", origin.tier());
    object.put("threads", origin.threads());
    object.put("seed", origin.seed());
    object.put("dtMs", origin.dtMillis());
    object.put("settings", origin.settings());
    object.put("neurons", origin.neurons());
    object.put("synapses", origin.synapses());
    object.put("steps", origin.steps());
    object.put("nanosPerStep", rounded(plain));
    object.put("nanosPerNeuronStep", rounded(nanosPerNeuronStep()));
    object.put("nanosPerEvent", rounded(nanosPerEvent()));
    object.put("eventsPerStep", rounded(eventsPerStep()));
    object.put("bytesPerSynapse", rounded(bytesPerSynapse()));
    object.put("realTimeFactor", rounded(realTimeFactor()));
    Map<String, Object> parts = new LinkedHashMap<>();
    parts().forEach((name, nanos) -> parts.put(name, rounded(nanos)));
    object.put("parts", parts);
    object.put("explained", rounded(explained()));
    return object;
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value, DIGITS);
  }
}

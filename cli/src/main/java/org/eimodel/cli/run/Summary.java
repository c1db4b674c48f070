package org.eimodel.cli.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eimodel.runtime.KernelForm;

/// What a run comes to.
///
/// *Units.* Rates in Hz, time in seconds, memory in bytes.
///
/// @param neurons how many neurons there are
/// @param synapses how many synapses there are
/// @param procedural how many of them are drawn anew for each spike, by family of projections
/// @param steps how many steps were simulated
/// @param biologicalSeconds how much time passed in the model
/// @param seconds where the time of the run went
/// @param peakMemoryBytes the most memory held at once
/// @param rates mean rate of each family (`E`) and of each indexed population (`E[V1]`), in that order
/// @param spikeCount spikes of all neurons, recorded or not
/// @param spikeHash of all spikes, 16 hexadecimal digits
/// @param kernels the form of the step kernels when the run ended
/// @param origin what was run: model, seed and the like
public record Summary(
    long neurons,
    long synapses,
    Map<String, Long> procedural,
    long steps,
    double biologicalSeconds,
    Seconds seconds,
    long peakMemoryBytes,
    Map<String, Double> rates,
    long spikeCount,
    String spikeHash,
    KernelForm kernels,
    Origin origin) {
  private static final MathContext DIGITS = new MathContext(6);

  /// What was run.
  ///
  /// @param threads how many threads computed
  /// @param dtMillis the time step, exactly
  /// @param settings parameters that were set, as they were typed
  public record Origin(
      String model,
      String precision,
      int threads,
      long seed,
      BigDecimal dtMillis,
      Map<String, String> settings) {}

  public Summary {
    procedural = Collections.unmodifiableMap(new LinkedHashMap<>(procedural));
    rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
  }

  /// {@return wall time over biological time of the simulation alone; below 1 is faster than real time}
  public double realTimeFactor() {
    return biologicalSeconds == 0 ? 0 : seconds.simulate() / biologicalSeconds;
  }

  /// {@return the members of the JSON object, in order}
  public Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("model", origin.model());
    object.put("precision", origin.precision());
    object.put("threads", origin.threads());
    object.put("seed", origin.seed());
    object.put("dtMs", origin.dtMillis());
    object.put("settings", origin.settings());
    object.put("neurons", neurons);
    object.put("synapses", synapses);
    object.put("procedural", procedural);
    object.put("steps", steps);
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("load", millis(seconds.load()));
    time.put("compile", millis(seconds.compile()));
    time.put("build", millis(seconds.build()));
    time.put("simulate", millis(seconds.simulate()));
    time.put("write", millis(seconds.write()));
    time.put("total", millis(seconds.total()));
    object.put("seconds", time);
    object.put("realTimeFactor", rounded(realTimeFactor()));
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("form", kernels.inLanes() ? "vector" : "scalar");
    form.put("lanes", kernels.lanes());
    form.put("sinceStep", kernels.since());
    object.put("kernels", form);
    object.put("peakMemoryBytes", peakMemoryBytes);
    Map<String, Object> hertz = new LinkedHashMap<>();
    rates.forEach((name, rate) -> hertz.put(name, rounded(rate)));
    object.put("rates", hertz);
    object.put("spikeCount", spikeCount);
    object.put("spikeHash", spikeHash);
    return object;
  }

  private static BigDecimal millis(double seconds) {
    return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value, DIGITS);
  }
}

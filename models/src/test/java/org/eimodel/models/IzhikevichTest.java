package org.eimodel.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The library's `izhikevich` against the published program, spike for spike.
///
/// *Source*: OpenSourceBrain/IzhikevichModel, `MATLAB/results/.test.2003.mep`. That program stamps a sample with the
/// beginning of its step, where eimodel stamps the end; and it shows 30 mV at a spike, where eimodel records the reset.
class IzhikevichTest {
  private static final double DT = 0.25;
  private static final int SAMPLES = 601;

  @ParameterizedTest
  @ValueSource(strings = {"RS", "IB", "CH", "FS", "TC"})
  void spikeTimesAreThePublishedOnes(String pattern) {
    Experiment.Result result =
        Experiment.library("izhikevich").follow(pattern + ".v").listen(pattern).run(SAMPLES * DT);
    double[] v = Arrays.copyOfRange(result.state(pattern + ".v"), 1, SAMPLES + 1);
    double[] times = new double[SAMPLES];
    Arrays.setAll(times, sample -> sample * DT);
    double[] spikes = Arrays.stream(result.spikeTimes(pattern)).map(t -> t - DT).toArray();
    for (double spike : spikes) {
      v[(int) Math.round(spike / DT)] = 30;
    }
    Figures figures = Figures.of("izhikevich.csv").where("pattern", pattern);
    assertArrayEquals(figures.numbers("expected_ms"), Crossings.upward(times, v, 0));
    assertArrayEquals(figures.numbers("threshold_step_ms"), spikes);
  }
}

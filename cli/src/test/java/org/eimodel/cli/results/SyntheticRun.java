package org.eimodel.cli.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Spikes that look like those of the library's networks, drawn at stated rates, for tests that have no engine.
public final class SyntheticRun {
  private static final String[] AREAS = {
    "V1", "V2", "V4", "DP", "MT", "8m", "5", "8l", "TEO", "2", "F1", "STPc", "7A", "46d", "10",
    "9/46v", "9/46d", "F5", "TEpd", "PBr", "7m", "7B", "F2", "STPi", "PROm", "F7", "8B", "STPr",
    "24c"
  };

  private SyntheticRun() {}

  /// 29 areas of 3200 E and 800 I neurons: rest at 0.06 and 4.9 Hz, an initial transient, a pulse to V1 at 400-500 ms
  /// that
  /// reaches a few other areas later and weaker.
  public static SpikeTable macaque() {
    List<PopulationLabel> populations = new ArrayList<>();
    for (String family : List.of("E", "I")) {
      for (String area : AREAS) {
        populations.add(
            new PopulationLabel(
                family, List.of("area"), List.of(area), family.equals("E") ? 3200 : 800));
      }
    }
    return draw(
        populations,
        RunClock.of("0.1", 10_000),
        1,
        (p, ms) -> {
          boolean excitatory = p < AREAS.length;
          int area = p % AREAS.length;
          double pulse =
              area >= 5
                  ? 0
                  : new double[] {8.8, 2.0, 0.9, 0.5, 0.35}[area]
                      * onset(ms, 400 + 8 * area, 500 + 8 * area);
          double transientRate =
              ms > 8 && ms < 30 ? 60 * Math.exp(-Math.pow((ms - 14 - 0.1 * area) / 3, 2)) : 0;
          return excitatory
              ? 0.06 + pulse + 0.4 * transientRate
              : 4.9 + 1.5 * pulse + transientRate;
        });
  }

  /// 3200 excitatory and 800 inhibitory neurons at about 20 Hz for 1 s.
  public static SpikeTable coba() {
    List<PopulationLabel> populations =
        List.of(new PopulationLabel("E", 3200), new PopulationLabel("I", 800));
    return draw(
        populations,
        RunClock.of("0.1", 10_000),
        2,
        (_, ms) -> 20 * (1 + 0.5 * Math.sin(ms / 9) * Math.sin(ms / 37)));
  }

  private static double onset(double ms, double from, double until) {
    return ms < from || ms >= until + 20
        ? 0
        : ms < until ? 1 - Math.exp(-(ms - from) / 8) : Math.exp(-(ms - until) / 6);
  }

  interface Rate {
    double hertz(int population, double ms);
  }

  static SpikeTable draw(List<PopulationLabel> populations, RunClock clock, long seed, Rate rate) {
    Random random = new Random(seed);
    SpikeTable.Builder spikes = new SpikeTable.Builder(populations);
    int[] ids = new int[100_000];
    for (long step = 1; step <= clock.steps(); step++) {
      int count = 0;
      int first = 0;
      for (int p = 0; p < populations.size(); p++) {
        int size = populations.get(p).size();
        double mean = size * rate.hertz(p, clock.millis(step)) * clock.dt().doubleValue() / 1000;
        int n =
            (int)
                Math.max(
                    0,
                    Math.floor(
                        mean
                            + Math.sqrt(mean) * random.nextGaussian() * 0.6
                            + random.nextDouble()));
        int from = count;
        for (int k = 0; k < n; k++) {
          ids[count++] = first + random.nextInt(size);
        }
        Arrays.sort(ids, from, count);
        first += size;
      }
      spikes.add(step, ids, 0, count);
    }
    return spikes.build();
  }
}

package org.eimodel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eimodel.Configuration;
import org.eimodel.Eimodel;
import org.eimodel.Network;
import org.eimodel.Precision;
import org.eimodel.StateView;
import org.eimodel.Tier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A network that has been silent for long is as quick as a busy one: what decays ends at zero, and not at numbers below the
/// normal range, which many processors are slow with.
@OneWidth
class SilenceTest {
  /// Everybody fires once, in the first steps.
  private static final String ONE_VOLLEY =
      """
      neuron LIF {
        input current : mV
        state v = -49 mV, gaba = 0
        gaba' = -gaba / 10 ms
        v' = (-60 mV - v + current + gaba * (-80 mV - v)) / 20 ms   unless refractory
        spike when v >= -50 mV { v = -60 mV; refractory for 5 ms }
      }
      synapse Ampa {
        target { v : mV }
        weight w : 1
        state g = 0 per target
        g' = -g / 5 ms
        on arrival { g += w }
        output g * (0 mV - target.v) -> current
      }
      synapse Gaba {
        target { gaba : 1 }
        weight w : 1
        on arrival { target.gaba += w }
      }
      population P = 500 of LIF
      projection excitation: P -> P using Ampa { connect outdegree(10); w = 0.01 }
      projection inhibition: P -> P using Gaba { connect outdegree(10); w = 0.1 }
      run 10 s with dt = 0.1 ms, seed = 1
      """;

  private static final int SOON = 200;
  private static final int BLOCK = 500;
  private static final int ROUNDS = 15;
  private static final double NO_SLOWER = 1.5;

  @ParameterizedTest
  @CsvSource({"SCALAR, DOUBLE", "SCALAR, SINGLE", "VECTOR, DOUBLE", "VECTOR, SINGLE"})
  void tenSilentSecondsLeaveNothingBehind(Tier tier, Precision precision) {
    TwoLanes.leaveOut(tier == Tier.VECTOR && precision == Precision.DOUBLE);
    Configuration configuration =
        Eimodel.compile("volley.eimodel", ONE_VOLLEY)
            .orThrow()
            .configure()
            .precision(precision)
            .threads(1)
            .tier(tier);
    long[] soon = new long[ROUNDS];
    long[] late = new long[ROUNDS];
    try (Network silent = configuration.build()) {
      silent.run();
      assertEquals(500, silent.spikeCount());
      // the processors that take no longer for such numbers do not hide them
      StateView conductance = silent.state("P.gaba", "1");
      for (int i = 0; i < 500; i++) {
        assertEquals(0, conductance.get(i));
      }
      // by turns, so that a busy machine is so for both
      for (int round = 0; round < ROUNDS; round++) {
        try (Network fresh = configuration.build()) {
          fresh.step(SOON);
          soon[round] = time(fresh);
          assertTrue(fresh.state("P.gaba", "1").get(0) > 0);
        }
        late[round] = time(silent);
      }
    }
    double ratio = (double) shortest(late) / shortest(soon);
    assertTrue(ratio < NO_SLOWER, () -> "a silent step takes " + ratio + " times as long");
  }

  private static long time(Network network) {
    long begin = System.nanoTime();
    network.step(BLOCK);
    return System.nanoTime() - begin;
  }

  /// The one that nothing else on the machine came between.
  private static long shortest(long[] times) {
    return Arrays.stream(times).min().orElseThrow();
  }
}

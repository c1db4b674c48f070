package org.eimodel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eimodel.Configuration;
import org.eimodel.Eimodel;
import org.eimodel.LanesMissingException;
import org.eimodel.Network;
import org.eimodel.Precision;
import org.eimodel.Tier;
import org.junit.jupiter.api.Test;

/// Who asks for lanes gets them or an error, never the scalar form.
@OneWidth
class LanesAskedForTest {
  private static final String MODEL =
      """
      neuron LIF {
        input current : mV
        state v = -60 mV
        v' = (-60 mV - v + current) / 21 ms
        spike when v >= -50 mV { v = -60 mV }
      }
      population P = 100 of LIF
      drive P.current with 20 mV
      run 10 ms with dt = 0.1 ms
      """;

  @Test
  void anInterruptEndsTheWait() {
    Configuration configuration =
        Eimodel.compile("asked.eimodel", MODEL)
            .orThrow()
            .configure()
            .precision(Precision.SINGLE)
            .tier(Tier.VECTOR);
    Thread.currentThread().interrupt();
    LanesMissingException missing =
        assertThrows(LanesMissingException.class, () -> configuration.build().close());
    assertTrue(Thread.interrupted());
    assertEquals("interrupted while the kernels were compiled in vector lanes", missing.getMessage());
    configuration.build().close();
  }

  /// An input that a program drives neuron by neuron makes the kernel another one.
  @Test
  void theyAreThereAfterAnInputWasTaken() {
    try (Network network =
        Eimodel.compile("asked.eimodel", MODEL.replace("21 ms", "22 ms"))
            .orThrow()
            .configure()
            .precision(Precision.SINGLE)
            .tier(Tier.VECTOR)
            .build()) {
      network.step(1);
      assertTrue(network.lanes() > 1);
      network.input("P.current", "mV").fill(3);
      network.step(1);
      assertTrue(network.lanes() > 1);
    }
  }
}

package org.eimodel.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eimodel.benchmarks.hand.HandWrittenNetwork;
import org.eimodel.runtime.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A loop is worth comparing with only when it does the same work: the same spikes, step by step.
class HandWrittenTest {
  private static final int STEPS = 1000;

  @ParameterizedTest
  @EnumSource
  void inLanes(Networks network) {
    same(network, network.lanesByHand());
  }

  @ParameterizedTest
  @EnumSource(names = {"LIF_SINGLE", "COBA_DOUBLE", "COBAHH_DOUBLE"})
  void neuronByNeuron(Networks network) {
    same(network, network.scalarByHand());
  }

  private static void same(Networks network, HandWrittenNetwork byHand) {
    try (Engine engine = network.scalar()) {
      for (int step = 0; step < STEPS; step++) {
        engine.step(1);
        byHand.step();
        assertEquals(engine.spikeCount(), byHand.spikeCount(), "spikes after step " + step);
      }
    }
  }
}

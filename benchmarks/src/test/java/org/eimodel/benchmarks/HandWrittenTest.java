package org.eimodel.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eimodel.runtime.Engine;
import org.junit.jupiter.api.Test;

/// A loop is worth comparing with only when it does the same work: the spikes are as many.
class HandWrittenTest {
  private static final int STEPS = 3000;

  @Test
  void cobaFiresAsOften() {
    try (Engine engine = Networks.coba()) {
      assertEquals(1, ratio(engine, new HandWrittenCoba()), 0.35); // a chaotic network: seeds differ
    }
  }

  @Test
  void theAreasFireAsOften() {
    try (Engine engine = Networks.areas()) {
      assertEquals(1, ratio(engine, new HandWrittenAreas()), 0.05);
    }
  }

  private static double ratio(Engine engine, HandWrittenNetwork byHand) {
    engine.step(STEPS);
    for (int i = 0; i < STEPS; i++) {
      byHand.step();
    }
    return (double) byHand.spikeCount() / engine.spikeCount();
  }
}

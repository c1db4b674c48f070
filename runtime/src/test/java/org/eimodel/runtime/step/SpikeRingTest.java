package org.eimodel.runtime.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikeRingTest {
  /// Against a list of lists: whatever the rates, the latest steps can be read, divided by part.
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 0.01", "1, 1, 1, 1", "3, 1, 1, 0.5", "4, 2, 1, 0.02", "4, 2, 8, 0.9", "155, 1, 1, 0.001", "155, 7, 8, 0.9"
  })
  void theLatestStepsAreThere(int lags, int stepsOfALap, int most, double rate) {
    Laps laps = new Laps(stepsOfALap, most);
    Random random = new Random(lags);
    int room = 40;
    int[] partEnds = {110, 111, 140};
    SpikeRing ring = new SpikeRing(lags, laps, 3, room);
    List<List<Integer>> history = new ArrayList<>();
    for (int step = 0; step < 2000; step++) {
      if (step % laps.round() == 0) {
        ring.makeRoom(step);
      }
      if (step % laps.steps() == 0) {
        ring.extend();
      }
      List<Integer> now = new ArrayList<>();
      // rates that come and go: the ring grows, moves and rests
      double chance = (step / 100) % 3 == 0 ? 0 : rate;
      int end = ring.end();
      for (int neuron = 100; neuron < 140; neuron++) {
        if (random.nextDouble() < chance) {
          now.add(neuron);
          ring.spikes()[end++] = neuron;
        }
      }
      ring.close(step, end, partEnds);
      history.add(now);
      // a slice that is behind, but not behind the round, looks back from where it is
      int behind = Math.min(laps.apart() - 1, step % laps.round());
      for (int lag = 0; lag <= lags + behind; lag++) {
        List<Integer> expected = step < lag ? List.of() : history.get(step - lag);
        assertEquals(expected, read(ring, step - lag, partEnds));
      }
    }
  }

  private static List<Integer> read(SpikeRing ring, long step, int[] partEnds) {
    int slot = ring.slot(step);
    List<Integer> read = new ArrayList<>();
    if (ring.count(slot) != 0) {
      for (int part = 0; part < partEnds.length; part++) {
        for (int i = ring.place(slot, part); i < ring.place(slot, part + 1); i++) {
          int neuron = ring.spikes()[i];
          assertEquals(part, neuron < 110 ? 0 : neuron < 111 ? 1 : 2);
          read.add(neuron);
        }
      }
    }
    return read;
  }

  @Test
  void anEmptyRingTakesLittle() {
    assertEquals(SpikeRing.bytes(155, new Laps(7, 8), 3, 40), new SpikeRing(155, new Laps(7, 8), 3, 40).bytes());
  }
}

package org.eimodel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Models small enough to run in a blink.
final class TinyModels {
  private TinyModels() {}

  /// Two areas of neurons that fire at regular intervals, with a late pulse into one of them.
  static final String TWO_AREAS =
      """
      neuron LIF {
        param tau = 10 ms, v_th = 10 mV
        input current : mV
        state v = 0 mV
        v' = (current - v) / tau
        spike when v >= v_th { v = 0 mV }
      }

      synapse Kick {
        target { v : mV }
        weight w : mV
        on arrival { target.v += w }
      }

      index area = ["V1", "9/46, v"]
      param strength = 15 mV

      population E[a in area] = 4 of LIF
      population Pacer = 2 of LIF

      projection forward: Pacer -> E["V1"] using Kick { connect all; w = 1 mV; delay = 0.5 ms }

      drive Pacer.current with strength
      drive E["9/46, v"].current with pulse(strength, from = 20 ms, until = 40 ms)

      record spikes of E, Pacer
      record rate of E, Pacer every 10 ms
      record v of Pacer[0 until 1] every 1 ms

      run 50 ms with dt = 0.1 ms, seed = 3
      """;

  /// A neuron that nothing stops.
  static final String EXPLODES =
      """
      neuron Runaway {
        state v = 1
        v' = v * v / 1 ms
      }
      population E = 1 of Runaway
      record v of E
      run 10 ms with dt = 0.1 ms
      """;

  /// A model with a mistake.
  static final String WRONG =
      """
      neuron LIF {
        state v = 0 mV
        v' = -v
      }
      population E = 1 of LIF
      run 10 ms with dt = 0.1 ms
      """;

  static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

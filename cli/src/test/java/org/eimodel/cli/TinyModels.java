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

  /// Synapses with weights and delays of their own in every form, procedural rows, Poisson drives.
  static final String OWN_SYNAPSES =
      """
      neuron LIF {
        input current : mV
        state v = 0 mV
        v' = (current - v) / 10 ms
        spike when v >= 10 mV { v = 0 mV }
      }

      synapse Kick {
        target { v : mV }
        weight w : mV
        on arrival { target.v += w }
      }

      population E = 40 of LIF
      population I = 10 of LIF

      projection EE: E -> E using Kick {
        connect total(300), multapses
        w     ~ normal(1 mV, sd = 0.5 mV) redraw across 0 mV
        delay ~ normal(1.5 ms, sd = 0.75 ms) redraw below 0.1 ms
      }
      projection EI: E -> I using Kick {
        connect probability(0.3), procedural
        w     = 1 mV * (1 + cos(source.i - target.i))
        delay = 0.1 ms + 0.035 ms * abs(source.i - target.i)
      }
      projection IE: I -> E using Kick { connect all; w ~ exponential(-1 mV) clip -2 mV .. 0 mV; delay = 0.5 ms }

      drive background: E, I[0 until 5] using Kick { poisson(rate = 800 Hz); w = 0.5 mV }
      drive I using Kick { poisson(rate = 1 kHz * (i + 1) / size, from = 10 ms, until = 20.5 ms); w = 0.5 mV }

      run 50 ms with dt = 0.1 ms, seed = 3
      """;

  /// A weight that one source lacks; that is known when its synapses are drawn.
  static final String WRONG_PAIR =
      OWN_SYNAPSES
          .replace("probability(0.3), procedural", "probability(0.3)")
          .replace("1 mV * (1 + cos(source.i - target.i))", "1 mV / source.i");

  /// A weight that every source lacks; that is known when the first of them fires.
  static final String WRONG_PROCEDURAL_PAIR =
      OWN_SYNAPSES
          .replace("rate = 800 Hz); w = 0.5 mV", "rate = 800 Hz); w = 5 mV")
          .replace("1 mV * (1 + cos(source.i - target.i))", "1 mV / (source.i - source.i)");

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

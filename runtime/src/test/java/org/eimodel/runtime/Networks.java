package org.eimodel.runtime;

import java.util.Optional;
import java.util.OptionalLong;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.runtime.layout.SliceRule;
import org.eimodel.syntax.SourceText;

/// Networks of models that are written into a test.
public final class Networks {
  private static final DataFolder NO_FILES = DataFolder.ofResources("the test", _ -> null);

  /// Neurons that fire when told to, and count what arrives, weighted; no dynamics of their own.
  public static final String RELAY =
      """
      neuron Relay {
        input go : mV
        state v = 0 mV, got = 0 mV
        spike when go + v > 1 mV { v = 0 mV }
      }
      synapse Count {
        target { got : mV }
        weight w : mV
        on arrival { target.got += w }
      }
      """;

  /// A network that balances itself: delays, two groups, a pulse, delta and exponential synapses.
  public static final String BALANCED =
      """
      neuron LIF {
        param v_th = -50 mV, v_rest = -60 mV, tau = 20 ms
        input current : mV
        state v = v_rest
        v' = (v_rest - v + current) / tau unless refractory
        spike when v >= v_th { v = v_rest; refractory for 2 ms }
      }
      synapse Exponential {
        param tau = 5 ms
        weight w : mV
        state s = 0 mV per target
        s' = -s / tau
        on arrival { s += w }
        output s -> current
      }
      index area = ["A", "B"]
      population E[a in area] = 320 of LIF { v ~ normal(-55 mV, sd = 3 mV) }
      population I[a in area] =  80 of LIF(tau = 10 ms) { v ~ normal(-55 mV, sd = 3 mV) }
      projection EE[a in area]: E[a] -> E[a] using Exponential { connect probability(0.1), no autapses; w = 0.6 mV }
      projection EI[a in area]: E[a] -> I[a] using Exponential { connect outdegree(12); w = 0.6 mV; delay = 0.3 ms }
      projection IE[a in area]: I[a] -> E[a] using Exponential(tau = 10 ms) { connect indegree(9); w = -2 mV }
      projection II[a in area]: I[a] -> I[a] using Exponential(tau = 10 ms) { connect total(900), multapses; w = -1 mV }
      projection far[to in area, from in area where to != from]: E[from] -> E[to] using Exponential {
        connect outdegree(5)
        w = 0.5 mV
        delay = 4 ms
      }
      drive E.current, I.current with 11.5 mV
      drive E["A"].current with pulse(6 mV, from = 20 ms, until = 40 ms)
      record spikes of E, I
      record rate of E, I every 7 ms
      record v of E["A"][0 until 3] every 0.5 ms
      run 100 ms with dt = 0.1 ms, seed = 3
      """;

  private Networks() {}

  /// {@return the plan of a model without files}
  public static NetworkPlan plan(String text) {
    return plan(text, Settings.NONE);
  }

  static NetworkPlan plan(String text, Settings settings) {
    SourceText source = new SourceText("test.eimodel", text);
    return Compiler.compile(source, NO_FILES)
        .then(lowered -> Instantiation.instantiate(lowered, settings))
        .orThrow()
        .plan();
  }

  static Settings seed(long seed) {
    return new Settings(
        Settings.NONE.values(), OptionalLong.of(seed), Optional.empty(), Optional.empty());
  }

  /// {@return a network in double precision on one thread}
  public static Engine engine(NetworkPlan plan) {
    return engine(plan, 1, SliceRule.STANDARD);
  }

  static Engine engine(NetworkPlan plan, int threads, SliceRule slices) {
    CompiledKernels kernels = new CompiledKernels(Precision.DOUBLE);
    return Engine.build(plan, kernels, EngineOptions.threads(threads).sliced(slices));
  }
}

package org.eimodel.runtime.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.Networks;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conditions about more pairs than are asked to estimate how many synapses there will be.
class SynapseCountTest {
  private static NetworkPlan plan(int sources, String condition) {
    return Networks.plan(
        Networks.RELAY
            + """
            population A = %d of Relay
            population B = 3000 of Relay
            projection P: A -> B using Count { connect where(%s); w = 1 mV }
            run 1 ms
            """
                .formatted(sources, condition));
  }

  @ParameterizedTest
  @CsvSource({
    "2700, target.i == 1,    2700",
    "3000, target.i == 3,    3000",
    "3000, target.i == 2999, 3000",
    "3000, source.i == target.i, 3000"
  })
  void theEstimateIsNearTheNumber(int sources, String condition, int synapses) {
    NetworkPlan plan = plan(sources, condition);
    assertEquals(
        synapses, SynapseCount.expected(plan, plan.projections().getFirst()), 0.2 * synapses);
  }

  @ParameterizedTest
  @CsvSource({
    "2700, target.i == 1, 2700",
    "3000, source.i == 1234 and target.i == 2345, 1"
  })
  void aPairThatWasNotAskedIsConnectedAllTheSame(int sources, String condition, int synapses) {
    try (Engine engine =
        Engine.build(
            plan(sources, condition),
            new CompiledKernels(Precision.DOUBLE),
            EngineOptions.threads(1))) {
      assertEquals(synapses, engine.connectivity().synapses());
    }
  }
}

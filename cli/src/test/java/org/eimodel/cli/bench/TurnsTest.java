package org.eimodel.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.compiler.ir.Precision;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.runtime.Engine;
import org.eimodel.runtime.EngineOptions;
import org.eimodel.runtime.kernel.CompiledKernels;
import org.eimodel.syntax.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnsTest {
  private static final String DECAY =
      """
      neuron Decay {
        state v = 1 mV
        v' = -v / 10 ms
      }
      population P = 3 of Decay
      run 10 ms with dt = 0.1 ms
      """;

  /// However slow steps are: half of them have looks at the clock, also where a turn could be one step.
  @ParameterizedTest
  @CsvSource({"100, 1", "100, 1e9", "20, 1e9", "7, 1e9", "2, 1e9"})
  void halfOfTheStepsAreLookedInto(long count, double nanosOfStep) {
    NetworkPlan plan =
        Compiler.compile(
                new SourceText("decay.eimodel", DECAY),
                DataFolder.ofResources("the test", _ -> null))
            .then(model -> Instantiation.instantiate(model, Settings.NONE))
            .orThrow()
            .plan();
    Turns turns = new Turns(plan);
    CompiledKernels kernels = new CompiledKernels(Precision.DOUBLE);
    try (Engine engine = Engine.build(plan, kernels, EngineOptions.threads(1))) {
      turns.measure(engine, count, nanosOfStep);
    }
    assertEquals(count, turns.steps());
    assertTrue(turns.phases().steps() >= count / 3, turns.phases()::toString);
    assertTrue(turns.plain() > 0);
  }
}

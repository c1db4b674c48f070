package org.eimodel.compiler.instantiate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eimodel.compiler.Compiler;
import org.eimodel.compiler.Models;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.plan.ConnectionRule;
import org.eimodel.compiler.plan.Delays;
import org.eimodel.compiler.plan.NetworkPlan;
import org.eimodel.compiler.plan.PopulationPlan;
import org.eimodel.compiler.plan.Values;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.junit.jupiter.api.Test;

class InstantiationTest {
  private static final String MODEL =
      """
      index area = ["V1", "V2", "V4"]
      param p = 0.1, n = 20
      neuron N {
        param tau = 10 ms, gain = 1
        input current : mV
        state v = -60 mV, u = 2 * v
        v' = (current - v) / tau
        spike when v > 10 mV { v = 0 mV }
      }
      synapse S {
        weight w : mV
        on arrival { }
      }
      population A[a in area] = n of N(tau = 10 ms) {
        v ~ normal(-55 mV, sd = 2 mV)
        gain = 1 + i / size
      }
      population B = 2 * n of N { tau ~ uniform(5 ms, 15 ms) }
      projection AB[a in area where a != "V2"]: A[a] -> B using S() {
        connect outdegree(round(p * B.size))
        w     = 0.5 mV
        delay = 1.54 ms / 1.1
      }
      drive A["V1"].current with pulse(8 mV, from = 4 ms, until = 5 ms)
      run 10 ms with dt = 0.1 ms, seed = 7
      """;

  private static NetworkPlan plan(Settings settings) {
    return Models.instantiate(MODEL, settings).plan();
  }

  private static Values start(PopulationPlan population, NetworkPlan plan, String state) {
    int position = plan.groups().get(population.group()).stateNames().get(state).position();
    return population.elements().get(position);
  }

  @Test
  void everyIndexGivesAPopulation() {
    NetworkPlan plan = plan(Settings.NONE);
    assertEquals(
        List.of("A[V1]", "A[V2]", "A[V4]", "B"), plan.populations().stream().map(PopulationPlan::name).toList());
    assertEquals(List.of(20, 20, 20, 40), plan.populations().stream().map(PopulationPlan::size).toList());
  }

  @Test
  void aConditionLeavesProjectionsOut() {
    NetworkPlan plan = plan(Settings.NONE);
    assertEquals(List.of("AB[V1]", "AB[V4]"), plan.projections().stream().map(p -> p.name()).toList());
    assertEquals(new ConnectionRule.OutDegree(4, false), plan.projections().getFirst().rule());
  }

  @Test
  void aComputedDelayIsRoundedAndTold() {
    Instance instance = Models.instantiate(MODEL, Settings.NONE);
    assertEquals(new Delays.Same(14), instance.plan().projections().getFirst().delays());
    assertEquals("AB", instance.shifts().getFirst().declaration());
    assertEquals(2, instance.shifts().getFirst().count());
  }

  @Test
  void settingsReachSizesAndParameters() {
    NetworkPlan plan = plan(Models.set(Map.of("n", "30", "AB.w", "0.25 mV", "A.tau", "0.02 s")));
    assertEquals(30, plan.populations().getFirst().size());
    assertEquals(new ConnectionRule.OutDegree(6, false), plan.projections().getFirst().rule());
    int tau =
        plan.groups().get(plan.populations().getFirst().group()).step().slots().stream()
            .filter(slot -> slot.name().equals("tau"))
            .findFirst()
            .orElseThrow()
            .position();
    assertEquals(20.0, plan.populations().getFirst().scalars()[tau]);
  }

  /// Adding another declaration changes nobody's numbers: a draw depends on the seed and its own name alone.
  @Test
  void drawsDependOnSeedAndNameAlone() {
    NetworkPlan plan = plan(Settings.NONE);
    NetworkPlan larger =
        Models.instantiate("population Z = 5 of N { v ~ normal(0 mV, sd = 1 mV) }\n" + MODEL, Settings.NONE).plan();
    double[] first = ((Values.Each) start(plan.populations().getFirst(), plan, "v")).values();
    double[] again = ((Values.Each) start(larger.populations().get(1), larger, "v")).values();
    assertArrayEquals(first, again);
    double[] v2 = ((Values.Each) start(plan.populations().get(1), plan, "v")).values();
    assertTrue(first[0] != v2[0], "areas have streams of their own");
    Settings seeded = new Settings(Map.of(), OptionalLong.of(8), Optional.empty(), Optional.empty());
    NetworkPlan other = plan(seeded);
    assertTrue(first[0] != start(other.populations().getFirst(), other, "v").at(0));
  }

  @Test
  void aStartValueMayFollowAnother() {
    NetworkPlan plan = plan(Settings.NONE);
    PopulationPlan area = plan.populations().getFirst();
    for (int i = 0; i < area.size(); i++) {
      assertEquals(2 * start(area, plan, "v").at(i), start(area, plan, "u").at(i));
    }
  }

  @Test
  void steadyGatesSolveTheirEquations() {
    NetworkPlan plan =
        Models.instantiate(
                """
                neuron HH {
                  state v = -65 mV, n = steady
                  let alpha = 0.1 [1/ms] / exprel(-(v + 55 mV) / 10 mV)
                  let beta = 0.125 [1/ms] * exp(-(v + 65 mV) / 80 mV)
                  n' = alpha * (1 - n) - beta * n
                }
                population A = 3 of HH
                """,
                Settings.NONE)
            .plan();
    double alpha = 0.1 / (Math.expm1(1.0) / 1.0);
    double beta = 0.125;
    assertEquals(alpha / (alpha + beta), start(plan.populations().getFirst(), plan, "n").at(0), 1e-15);
  }

  @Test
  void wrongSettingsAreDiagnostics() {
    Outcome<Instance> outcome =
        Compiler.compile(new SourceText("test.eimodel", MODEL), DataFolder.ofResources("the test", name -> null))
            .then(model -> Instantiation.instantiate(model, Models.set(Map.of("AB.ww", "1 mV", "p", "0.1 mV", "n", "x"))));
    assertEquals(
        List.of("E0205", "E0601", "E0604"),
        outcome.diagnostics().stream().filter(Diagnostic::isError).map(Diagnostic::code).sorted().toList());
  }
}

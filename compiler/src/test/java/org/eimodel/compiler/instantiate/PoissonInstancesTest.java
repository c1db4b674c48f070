package org.eimodel.compiler.instantiate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.eimodel.compiler.Models;
import org.eimodel.compiler.plan.PoissonPlan;
import org.eimodel.compiler.plan.Values;
import org.junit.jupiter.api.Test;

/// Poisson drives: from text to plan.
class PoissonInstancesTest {
  private static final String MODEL =
      """
      index layer = ["4", "5"]
      neuron N { input I : pA; param C = 1 pF, tau = 10 ms; state v = 0 mV; v' = -v / tau + I / C }
      synapse Psc { weight w : pA; state s = 0 pA per target; s' = -s / 2 ms; on arrival { s += w }; output s -> I }
      population L[a in layer] = 10 of N
      population M = 4 of N
      projection LM[a in layer]: L[a] -> M using Psc() { connect all; w = 1 pA }
      %s
      run 10 ms with dt = 0.1 ms
      """;

  private static List<PoissonPlan> plans(String drives, Map<String, String> settings) {
    return Models.instantiate(MODEL.formatted(drives), Models.set(settings)).plan().poisson();
  }

  private static List<PoissonPlan> plans(String drives) {
    return plans(drives, Map.of());
  }

  @Test
  void everyTargetHasAStreamOfItsOwn() {
    List<PoissonPlan> plans =
        plans("drive noise[a in layer]: L[a], M using Psc() { poisson(rate = 8 Hz); w = 2 pA }");
    assertEquals(
        List.of("noise[4].L[4]", "noise[5].L[5]", "noise[4].M", "noise[5].M"),
        plans.stream().map(PoissonPlan::stream).toList());
    assertEquals(List.of(0, 1, 2, 2), plans.stream().map(PoissonPlan::population).toList());
    assertEquals(new Values.Uniform(0.008 * 0.1), plans.getFirst().mean());
  }

  @Test
  void aDriveWithoutANameIsCalledAfterItsTemplate() {
    List<PoissonPlan> plans = plans("drive L using Psc() { poisson(rate = 8 Hz); w = 2 pA }");
    assertEquals(List.of("Psc.L[4]", "Psc.L[5]"), plans.stream().map(PoissonPlan::stream).toList());
    assertEquals("Psc", plans.getFirst().name());
  }

  @Test
  void partsWindowsAndRatesByNeuron() {
    PoissonPlan plan =
        plans(
                "drive M[1 until 3] using Psc() { poisson(rate = 1 kHz * (i + 1) / size, from = 2 ms, until = 5 ms); w = 2 pA }")
            .getFirst();
    assertEquals(List.of(1, 3), List.of(plan.from(), plan.until()));
    assertEquals(List.of(20L, 50L), List.of(plan.begin(), plan.end()));
    assertEquals(0.075, plan.mean().at(2), 1e-15);
    PoissonPlan always = plans("drive M using Psc() { poisson(8 Hz); w = 2 pA }").getFirst();
    assertEquals(List.of(0L, Long.MAX_VALUE), List.of(always.begin(), always.end()));
  }

  @Test
  void settingsOfADriveWithAName() {
    PoissonPlan plan =
        plans(
                "drive noise: M using Psc() { poisson(rate = 8 Hz); w = 2 pA }",
                Map.of("noise.rate", "1 kHz", "noise.w", "5 pA"))
            .getFirst();
    assertEquals(new Values.Uniform(0.1), plan.mean());
    assertEquals(5, plan.arrivalScalars()[0]);
  }
}

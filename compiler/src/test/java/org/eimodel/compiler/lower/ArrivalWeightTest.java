package org.eimodel.compiler.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eimodel.compiler.Models;
import org.eimodel.compiler.ir.IrValidator;
import org.eimodel.compiler.ir.Slot;
import org.junit.jupiter.api.Test;

/// Where the kernel of an arrival finds the weight.
class ArrivalWeightTest {
  private static List<ArrivalProgram> arrivals(String projections) {
    List<ArrivalProgram> arrivals =
        Models.compile(
                """
                neuron N { param tau = 10 ms, scale = 2 mV; state v = 0 mV; v' = -v / tau }
                synapse S {
                  target { v : mV }
                  param unit = 3 mV
                  weight w : mV
                  on arrival { target.v += w + unit * (unit / w) + (w * unit) / unit }
                }
                population P = 10 of N
                """
                    + projections)
            .groups()
            .getFirst()
            .arrivals();
    arrivals.forEach(arrival -> IrValidator.require(arrival.kernel(), "lowering"));
    return arrivals;
  }

  @Test
  void aDrawnWeightIsTheSynapses() {
    ArrivalProgram arrival =
        arrivals("projection A: P -> P using S() { connect all; w ~ uniform(1 mV, 2 mV) }")
            .getFirst();
    assertEquals(Slot.Extent.SYNAPSE, arrival.weight().orElseThrow().extent());
  }

  /// What is divided by is a coefficient where it is fixed before the run; a weight of its own is not.
  @Test
  void noCoefficientIsFormedOfIt() {
    String own = "projection A: P -> P using S() { connect all; w = 1 mV * (1 + source.i) }";
    assertEquals(List.of("1/S.unit"), coefficients(arrivals(own).getFirst()));
    String one = "projection A: P -> P using S() { connect all; w = 1 mV }";
    assertEquals(List.of("1/w", "1/S.unit"), coefficients(arrivals(one).getFirst()));
  }

  private static List<String> coefficients(ArrivalProgram arrival) {
    return arrival.coefficients().stream().map(coefficient -> coefficient.slot().name()).toList();
  }

  @Test
  void aDriveSharesTheKernelOfAProjection() {
    List<ArrivalProgram> arrivals =
        arrivals(
            """
            projection A: P -> P using S() { connect all; w = 1 mV }
            drive P using S() { poisson(rate = 8 Hz); w = 2 mV }
            projection B: P -> P using S() { connect all; w ~ uniform(1 mV, 2 mV) }
            """);
    assertEquals(2, arrivals.size());
    assertTrue(arrivals.getFirst().weight().orElseThrow().shared());
  }
}

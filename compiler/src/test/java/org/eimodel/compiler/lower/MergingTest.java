package org.eimodel.compiler.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eimodel.compiler.Models;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many states two projections keep on their common target: the text decides.
class MergingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sum(tau = 5 ms)  | Sum(tau = 5 ms)  | 1",
        "Sum(tau = 5 ms)  | Sum(tau = 10 ms) | 2",
        "Sum(tau = a)     | Sum(tau = a)     | 1",
        "Sum(tau = a)     | Sum(tau = b)     | 2", // both are 5 ms today
        "Sum(tau = a)     | Sum(tau = 5 ms)  | 2",
        "Sum()            | Sum()            | 1",
        "Sum(gain = 2)    | Sum(gain = 3)    | 1", // the gain only scales what arrives
        "Square()         | Square()         | 2", // the output is not a sum
        "Saturating()     | Saturating()     | 2", // an arrival looks at the state
        "Leaky()          | Leaky()          | 2" // a constant term would be counted once
      })
  void followsTheText(String first, String second, int states) {
    LoweredModel model =
        Models.compile(
            """
            param a = 5 ms, b = 5 ms
            neuron N {
              input current : mV
              state v = 0 mV
              v' = (current - v) / 10 ms
              spike when v > 10 mV { v = 0 mV }
            }
            synapse Sum {
              param tau = 5 ms, gain = 1
              weight w : mV
              state s = 0 mV per target
              s' = -s / tau
              on arrival { s += gain * w }
              output s -> current
            }
            synapse Square extends Sum { output s * s / 1 mV -> current }
            synapse Saturating extends Sum { on arrival { s += w * (1 - s / 1 mV) } }
            synapse Leaky extends Sum { s' = (1 mV - s) / tau }
            population P = 10 of N
            projection A: P -> P using %s { connect all; w = 1 mV }
            projection B: P -> P using %s { connect all; w = 1 mV }
            """
                .formatted(first.strip(), second.strip()));
    assertEquals(states, model.groups().getFirst().program().attached().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sum(tau = 5 ms)  | Sum(tau = 5 ms)  | 1",
        "Sum(tau = a)     | Sum(tau = 5 ms)  | 2",
        "Square()         | Square()         | 2"
      })
  void drivesFollowTheTextToo(String first, String second, int states) {
    LoweredModel model =
        Models.compile(
            """
            param a = 5 ms
            neuron N { input current : mV; state v = 0 mV; v' = (current - v) / 10 ms }
            synapse Sum {
              param tau = 5 ms
              weight w : mV
              state s = 0 mV per target
              s' = -s / tau
              on arrival { s += w }
              output s -> current
            }
            synapse Square extends Sum { output s * s / 1 mV -> current }
            population P = 10 of N
            drive noise: P using %s { poisson(rate = 8 Hz); w = 1 mV }
            projection A: P -> P using %s { connect all; w ~ normal(1 mV, sd = 0.1 mV) }
            """
                .formatted(first.strip(), second.strip()));
    assertEquals(states, model.groups().getFirst().program().attached().size());
  }
}

package org.eimodel.compiler.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eimodel.compiler.Models;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which integrator the compiler picks, by equations: a table in the language itself.
class IntegratorChoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x' = -x / tau                                       | exact x",
        "x' = (1 - x) / tau; y' = (x - y) / tau              | exact x y",
        "x' = y / tau; y' = -x / tau                         | exact x y",
        "x' = -x / tau; y' = -y / tau                        | exact x, exact y",
        "x' = -x / tau; y' = -x * y / tau                    | exact x, exponential_euler y",
        "x' = (y - x) / tau; y' = (1 - x * y) / tau          | exponential_euler x y",
        "x' = (x - x * x * x - y) / tau; y' = (x - y) / tau  | rk4 x y",
        "x' = -x / tau; y' = (x - y * y) / tau               | exact x, rk4 y",
        "x' = (1 - x) / tau; y' = (x * x - y) / tau          | exact x, exact y",
        "x' = -exp(y) * x / tau; y' = -y * y / tau + x / tau | rk4 x y",
        "x' = -t / tau * x / tau                             | exponential_euler x",
        "x' = -k * x / tau                                   | exact x",
        "x' = -x / tau; integrate with rk2                   | rk2 x",
        "x' = -x / tau; y' = -y / tau; integrate y with euler | exact x, euler y"
      })
  void isPicked(String equations, String expected) {
    LoweredModel model =
        Models.compile(
            """
            neuron N {
              param tau = 10 ms, k = 2
              state x = 0, y = 1
              %s
            }
            population A = 2 of N
            """
                .formatted(equations.replace("; ", "\n  ")));
    String found =
        model.groups().getFirst().program().integrators().stream()
            .map(choice -> choice.method().symbol() + " " + String.join(" ", choice.states()))
            .sorted()
            .collect(Collectors.joining(", "));
    String sorted = Arrays.stream(expected.split(", ")).sorted().collect(Collectors.joining(", "));
    assertEquals(sorted, found);
  }
}

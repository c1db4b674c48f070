package org.eimodel.compiler.instantiate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eimodel.compiler.Models;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said about settings that are wrong.
class SettingsTest {
  private static final String MODEL =
      """
      neuron N {
        param tau = 10 ms
        input current : mV
        state v = 0 mV
        v' = (current - v) / tau
        spike when v > 10 mV { v = 0 mV }
      }
      synapse S {
        target { v : mV }
        weight w : mV
        on arrival { target.v += w }
      }
      param p = 0.1, n = 20, m = 1, j = 1 mV
      population A = n * m of N
      population B = n of N
      projection AB: A -> B using S() { connect probability(p); w = j; delay = 1 ms }
      run 10 ms with dt = 0.01 ms
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p    | 0.2 mV   | E0205 | write the number without a unit: 0.2
          j    | 2        | E0205 | write the unit after the number: 2 mV
          A.tau| 2 mS     | E0205 | did you mean `2 ms`? `mS` is another unit: capitals count
          A.tau| 2 mV     | E0205 |
          j    | 2 mv     | E0201 | did you mean `mV` or `MV`?
          p    | 0,2      | E0601 | write a point before the decimals: 0.2
          j    | -1,5e3 mV| E0601 | write a point before the decimals: -1.5e3 mV
          j    | ,5mV     | E0601 | write a point before the decimals: .5mV
          p    | 1,2,3    | E0601 | write a number and its unit, as in 0.12 mV
          j    | 1,234.5  | E0601 | write a number and its unit, as in 0.12 mV
          p    | 1e999    | E0601 |
          AB.w | -1e999 mV| E0601 |
          tau  | 5 ms     | E0604 | what a template declares is set where it is used: A.tau, B.tau
          N.tau| 5 ms     | E0604 | what a template declares is set where it is used: A.tau, B.tau
          w    | 5 mV     | E0604 | what a template declares is set where it is used: AB.w
          S.tau| 5 ms     | E0604 | did you mean `A.tau` or `B.tau`?
          A.tua| 5 ms     | E0604 | did you mean `A.tau`?
          what | 5 ms     | E0604 | it has A.tau, AB.delay, AB.w, B.tau, j, m, n, p
          seed | 5        | E0604 | `seed` is no parameter: it is set with --seed 5
          dt   | 0.1 ms   | E0604 | `dt` is no parameter: it is set with --dt '0.1 ms'
          """)
  void helpSaysWhatToWrite(String name, String value, String code, String help) {
    Diagnostic diagnostic = only(command(Map.of(name, value)));
    assertEquals(code, diagnostic.code());
    assertEquals(help == null ? List.of() : List.of(help), diagnostic.help());
    boolean wrongName = code.equals("E0604");
    assertEquals(wrongName ? name : value, diagnostic.span().text());
  }

  @Test
  void everySettingBehindAMistakeIsNamed() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("p", "0.2");
    values.put("m", "0.25");
    values.put("n", "1");
    Diagnostic diagnostic = only(command(values));
    assertEquals(
        """
        --set: error[E0601]: population `A` cannot have 0.25 neurons
              | --set m=0.25
              |         ^^^^
              | --set n=1
              |         ^
              in test.eimodel:
           14 | population A = n * m of N
              |                ^^^^^
              = help: it must be at least 1
        """,
        DiagnosticText.of(diagnostic));
  }

  /// The step of the model counts where that of the setting is wrong, so that nothing else seems wrong.
  @Test
  void aWrongTimeStepIsTheOnlyMistake() {
    Settings settings =
        new Settings(
            Map.of("AB.delay", "0.04 ms"),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.of("1"));
    Diagnostic diagnostic = only(settings);
    assertTrue(
        DiagnosticText.of(diagnostic).startsWith("timeStep: error[E0205]: `timeStep` must be ms"),
        DiagnosticText.of(diagnostic));
  }

  @Test
  void aProgramReadsWhatItCalled() {
    assertEquals(
        """
        set: error[E0205]: `j` must be mV, but this is a plain number
              | set("j", "2.0")
              |           ^^^
              = help: write the unit after the number: 2.0 mV
        """,
        DiagnosticText.of(only(Models.set(Map.of("j", "2.0")))));
  }

  @Test
  void aMistakeOfTheModelStaysOne() {
    Outcome<Instance> outcome =
        Instantiation.instantiate(
            Models.compile(MODEL.replace("p = 0.1", "p = 3")), Models.set(Map.of("n", "30")));
    assertEquals(List.of("test.eimodel:16:55"), outcome.diagnostics().stream().map(d -> d.span().toString()).toList());
  }

  private static Settings command(Map<String, String> values) {
    return new Settings(values, OptionalLong.empty(), Optional.empty(), Optional.empty(), Spelling.COMMAND);
  }

  private static Diagnostic only(Settings settings) {
    List<Diagnostic> all = Instantiation.instantiate(Models.compile(MODEL), settings).diagnostics();
    assertEquals(1, all.size(), () -> DiagnosticText.of(all));
    return all.getFirst();
  }
}

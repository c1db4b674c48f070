package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eimodel.parse.grammar.EimodelParser;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.ModelSyntax;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.SyntaxPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that would hurt a parser without limits.
class LimitsTest {
  private static Outcome<ModelSyntax> parse(String text) {
    return ModelParser.parse(new SourceText("limits", text));
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.diagnostics().stream().map(Diagnostic::code).toList();
  }

  /// A code, and a text made of a beginning, a repeated part, a middle and a repeated end.
  private static Stream<Arguments> repetitions() {
    return Stream.of(
        Arguments.of("E0104", "let x = ", "(", "1", ")"),
        Arguments.of("E0104", "let x = ", "[", "1", "]"),
        Arguments.of("E0104", "let x = ", "f(", "1", ")"),
        Arguments.of("E0104", "let x = ", "a[", "1", "]"),
        Arguments.of("E0104", "let x = ", "(", "1", ""),
        Arguments.of("E0104", "", "repeat 2 {", "run 1 s", "}"),
        Arguments.of("E0104", "neuron A { spike when true { ", "if a {", "b = 1", "}"),
        Arguments.of("E0105", "let x = ", "a + ", "a", ""),
        Arguments.of("E0105", "let x = ", "a * b + ", "a", ""),
        Arguments.of("E0105", "let x = ", "- ", "a", ""),
        Arguments.of("E0105", "let x = ", "not ", "a", ""),
        Arguments.of("E0105", "let x = ", "2 ^ ", "a", ""),
        Arguments.of("E0105", "let x = ", "if a then b else ", "a", ""),
        Arguments.of("E0105", "let x = a", ".b", "", ""),
        Arguments.of("E0105", "let x = a", "[1]", "", ""),
        Arguments.of(
            "E0105", "neuron A { spike when true { ", "if a { b = 1 } else ", "{ } } }", ""));
  }

  @ParameterizedTest
  @MethodSource("repetitions")
  void aHundredThousandOfThem(
      String code, String before, String open, String middle, String close) {
    String text = before + open.repeat(100_000) + middle + close.repeat(100_000);
    assertTimeout(Duration.ofSeconds(10), () -> assertEquals(List.of(code), codes(parse(text))));
  }

  @Test
  void theDeepestThatIsAllowedWorks() {
    int deep = Brackets.DEEPEST;
    Outcome<ModelSyntax> nested = parse("let x = " + "(".repeat(deep) + "a" + ")".repeat(deep));
    assertEquals(List.of(), codes(nested));
    Outcome<ModelSyntax> lists = parse("let x = " + "[".repeat(deep) + "a" + "]".repeat(deep));
    assertEquals(List.of(), codes(lists));
    Outcome<ModelSyntax> terms = parse("let x = " + "a + ".repeat(Brackets.LONGEST) + "a");
    assertEquals(List.of(), codes(terms));
    String powers = "let x = " + "2^".repeat(Brackets.LONGEST) + "a\n";
    assertEquals(powers, SyntaxPrinter.print(parse(powers).orThrow()));
  }

  @Test
  void manyShortExpressionsAreNotOneLongOne() {
    String list = "let x = [" + "-70 mV + a * b, ".repeat(5_000) + "0 mV]\n";
    String lines = "let y = a + b - c * d\n".repeat(5_000);
    String calls = "let z = f(" + "a + (b - c), ".repeat(2_000) + "0)\n";
    assertEquals(List.of(), codes(parse(list + lines + calls)));
  }

  @Test
  void aFileOfTenMegabytesIsNotRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.eimodel");
    Files.write(file, new byte[10 * 1024 * 1024]);
    Outcome<SourceText> outcome = SourceFiles.read(file);
    assertEquals(List.of("E0102"), codes(outcome));
    assertEquals(
        "the file has 10.0 MB, and a model may have 4 MB",
        outcome.diagnostics().getFirst().message());
    assertEquals(List.of("E0102"), codes(parse(" ".repeat(10 * 1024 * 1024))));
  }

  @Test
  void aFileJustBelowTheLimitIsParsed() {
    String text = "let x = a + b * (c - 20 ms)\n".repeat(140_000);
    assertTrue(text.length() > ModelParser.LONGEST_TEXT * 0.9);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> assertEquals(140_000, parse(text).orThrow().declarations().size()));
  }

  @Test
  void aThousandMistakesAreNotAllPrinted() {
    assertEquals(50, parse("tau = 20\n".repeat(1_000)).diagnostics().size());
  }

  @Test
  void noDecisionNeedsPrediction() throws IOException {
    for (Path file : Goldens.in("valid")) {
      SourceFiles.read(file).then(ModelParser::parse);
    }
    for (var dfa :
        new EimodelParser(null).getInterpreter().decisionToDFA) {
      boolean untouched = dfa.s0 == null || dfa.isPrecedenceDfa();
      assertTrue(untouched, "the decision " + dfa.decision + " looks further than one token");
    }
  }
}

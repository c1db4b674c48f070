package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eimodel.syntax.Diagnostic;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.ModelSyntax;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Models that must fail, and the words with which they fail: `invalid/<code>-<slug>/{model.eimodel, diagnostics.txt}`.
class InvalidModelsTest {
  @TestFactory
  Stream<DynamicTest> everyMistakeIsExplained() throws IOException {
    return Goldens.in("invalid").stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> explains(folder)));
  }

  private static void explains(Path folder) throws IOException {
    Outcome<ModelSyntax> outcome =
        SourceFiles.read(folder.resolve("model.eimodel")).then(ModelParser::parse);
    assertTrue(outcome.value().isEmpty(), "it parses");
    String code = folder.getFileName().toString().substring(0, 5);
    outcome.diagnostics().forEach(found -> assertEquals(code, found.code(), found.message()));
    Goldens.check(folder.resolve("diagnostics.txt"), DiagnosticText.of(outcome.diagnostics()));
  }

  /// Limits have tests of their own: their models are too large for a folder.
  @Test
  void everyCodeHasItsFolder() throws IOException {
    Set<String> expected = new TreeSet<>();
    Arrays.stream(SyntaxCode.values())
        .filter(code ->
            code != SyntaxCode.TOO_LARGE
                && code != SyntaxCode.TOO_DEEP
                && code != SyntaxCode.TOO_LONG)
        .forEach(code -> expected.add(code.code()));
    Set<String> found = new TreeSet<>();
    Goldens.in("invalid")
        .forEach(folder -> found.add(folder.getFileName().toString().substring(0, 5)));
    assertEquals(expected, found);
  }

  @Test
  void everyCodeIsDocumented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "errors.md"));
    for (SyntaxCode code : SyntaxCode.values()) {
      assertTrue(
          page.contains("| " + code.code() + " | " + code.title() + " |"),
          code + " is not in docs/errors.md");
    }
    for (String word : Words.reserved()) {
      assertTrue(
          page.contains("`" + word + "`"),
          word + " is not among the reserved words of docs/errors.md");
    }
  }

  @Test
  void theSmallModelOfTheFirstErrorIsAModel() {
    Diagnostic nothing = ModelParser.parse(new SourceText("empty", "\n")).diagnostics().getFirst();
    String shown = String.join("\n", nothing.help().subList(1, nothing.help().size()));
    assertEquals(
        5, ModelParser.parse(new SourceText("shown", shown)).orThrow().declarations().size());
  }

  @Test
  void aVeryLongWordIsNotPrintedWhole() {
    String word = "a".repeat(100_000);
    for (String text :
        List.of("let x = 1 ms " + word, word + " = " + word, word, "'" + word + "'")) {
      var outcome = ModelParser.parse(new SourceText("long", text));
      assertEquals(1, outcome.diagnostics().size());
      assertTrue(DiagnosticText.of(outcome.diagnostics()).length() < 1_500);
    }
  }

  @Test
  void severalMistakesAreReportedTogetherInOrder() {
    var outcome =
        ModelParser.parse(
            new SourceText(
                "several",
                "neuron A {\n  tau = 20\n  v' = (1 +)\n  dv/dt = 3\n}\npopulation E 3 of A\nparam x = 2\n"));
    assertEquals(
        List.of("E0122", "E0120", "E0121", "E0120"),
        outcome.diagnostics().stream().map(Diagnostic::code).toList());
  }
}

package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eimodel.syntax.ModelSyntax;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.eimodel.syntax.SyntaxPrinter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Models that must parse, now and for ever: `valid/<name>.eimodel`, beside it `valid/<name>.printed`, what was read.
class ValidModelsTest {
  private static List<Path> models() throws IOException {
    return Goldens.in("valid").stream()
        .filter(file -> file.toString().endsWith(".eimodel"))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyModelParsesIntoWhatItSays() throws IOException {
    return models().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> parsesIntoWhatItSays(file)));
  }

  private static void parsesIntoWhatItSays(Path file) throws IOException {
    Outcome<ModelSyntax> outcome = SourceFiles.read(file).then(ModelParser::parse);
    ModelSyntax model = outcome.orThrow();
    assertEquals(List.of(), outcome.diagnostics());
    String printed = SyntaxPrinter.print(model);
    Goldens.check(Path.of(file.toString().replace(".eimodel", ".printed")), printed);

    ModelSyntax again = ModelParser.parse(new SourceText("printed", printed)).orThrow();
    assertEquals(SameSyntax.of(model), SameSyntax.of(again));
  }

  @TestFactory
  Stream<DynamicTest> spansPointAtWhatWasRead() throws IOException {
    return models().stream()
        .map(
            file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> spansPoint(file)));
  }

  private static void spansPoint(Path file) throws IOException {
    ModelSyntax model = SourceFiles.read(file).then(ModelParser::parse).orThrow();
    model
        .declarations()
        .forEach(declaration -> {
          String text = declaration.span().text();
          assertEquals(text.strip(), text);
          assertTrue(text.length() > 2, text);
        });
    assertTrue(Files.size(file) > 0);
  }
}

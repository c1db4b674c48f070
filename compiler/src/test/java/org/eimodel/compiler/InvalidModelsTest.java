package org.eimodel.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eimodel.compiler.data.DataFolder;
import org.eimodel.compiler.instantiate.Instance;
import org.eimodel.compiler.instantiate.Instantiation;
import org.eimodel.compiler.instantiate.Settings;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.Outcome;
import org.eimodel.syntax.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a person reads when they make a mistake, letter by letter.
///
/// Each folder of `invalid` holds a model and what the compiler says of it; `-Deimodel.golden=rewrite` writes the latter
/// anew.
class InvalidModelsTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/eimodel/compiler/invalid");

  @TestFactory
  List<DynamicTest> diagnostics() throws IOException {
    try (Stream<Path> cases = Files.list(FOLDER)) {
      return cases
          .sorted()
          .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
          .toList();
    }
  }

  private static void check(Path folder) throws IOException {
    String found = diagnostics(folder).replace(folder.toString(), "the folder");
    Path golden = folder.resolve("diagnostics.txt");
    if ("rewrite".equals(System.getProperty("eimodel.golden"))) {
      Files.writeString(golden, found);
    }
    assertTrue(found.contains("= help") || found.contains("| "), "a diagnostic shows its place");
    assertEquals(Files.readString(golden), found);
  }

  private static String diagnostics(Path folder) throws IOException {
    SourceText source = new SourceText("model.eimodel", Files.readString(folder.resolve("model.eimodel")));
    Outcome<Instance> outcome =
        Compiler.compile(source, DataFolder.of(folder))
            .then(model -> Instantiation.instantiate(model, Settings.NONE));
    return DiagnosticText.of(outcome.diagnostics());
  }
}

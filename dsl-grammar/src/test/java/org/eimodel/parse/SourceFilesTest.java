package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eimodel.syntax.DiagnosticText;
import org.eimodel.syntax.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
  @Test
  void readsUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.eimodel");
    Files.writeString(file, "\uFEFF// größe 😀\nrun 1 s\n");
    var source = SourceFiles.read(file).orThrow();
    assertEquals("a.eimodel", source.name());
    assertEquals("// größe 😀\nrun 1 s\n", source.text());
  }

  @Test
  void aWrongByteHasAPlace() {
    byte[] bytes = "// größe\nparam tau = 20 ms // µ\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        """
        latin1.eimodel:1:6: error[E0103]: the byte 0xF6 at offset 5 is not UTF-8
            1 | // größe
              |      ^
              = help: save the file as UTF-8
        """,
        DiagnosticText.of(SourceFiles.decode("latin1.eimodel", bytes).diagnostics()));
  }

  @Test
  void aCutCharacterHasAPlace() {
    byte[] bytes = {'r', 'u', 'n', '\n', '/', '/', (byte) 0xC3};
    assertEquals(
        "cut.eimodel:2:3",
        SourceFiles.decode("cut.eimodel", bytes).diagnostics().getFirst().span().toString());
  }

  @Test
  void aFileThatIsNotThereIsTheCallersMatter(@TempDir Path folder) {
    assertThrows(NoSuchFileException.class, () -> SourceFiles.read(folder.resolve("none.eimodel")));
  }

  @Test
  void placesCountCharactersBehindAstralOnes() {
    String text = "// 😀😀\nlet x = \"😀\" tau\n";
    var outcome = ModelParser.parse(new SourceText("astral", text));
    assertEquals("tau", outcome.diagnostics().getFirst().span().text());
  }
}

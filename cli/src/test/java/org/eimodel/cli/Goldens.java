package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that the command has to print, kept as files; `-Deimodel.golden=rewrite` writes them anew.
final class Goldens {
  private static final Path FOLDER = Path.of("src/test/resources/org/eimodel/cli/goldens");

  private Goldens() {}

  static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if ("rewrite".equals(System.getProperty("eimodel.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertEquals(Files.readString(file), text);
  }
}

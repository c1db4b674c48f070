package org.eimodel.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Expected texts beside the test's resources. `-Deimodel.golden=rewrite` writes what is found instead of comparing it.
final class Goldens {
  /// Where the test's resources are edited, not their copy on the class path.
  static final Path RESOURCES = Path.of("src", "test", "resources", "org", "eimodel", "parse");

  private Goldens() {}

  static void check(Path golden, String found) throws IOException {
    if ("rewrite".equals(System.getProperty("eimodel.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, found);
      return;
    }
    assertTrue(Files.exists(golden), golden + " is missing; -Deimodel.golden=rewrite makes it");
    assertEquals(Files.readString(golden), found, golden.toString());
  }

  /// {@return what a folder of resources holds, in order}
  static List<Path> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      List<Path> found = files.sorted().toList();
      assertTrue(found.size() > 5, "the folder " + folder + " has lost its files");
      return found;
    }
  }
}

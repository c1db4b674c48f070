package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A command that is stopped from outside.
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  @Test
  void aRunThatIsStoppedSaysSoAndLeavesNothing() throws Exception {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    Process process = start("run", "two.eimodel", "--duration", "10000 s", "--out", "results");
    try {
      String before = until(process.getErrorStream(), "% ");
      process.toHandle().destroy(); // unlike process.destroy, leaves the streams open
      String after = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(TERMINATED, process.exitValue(), before + after);
      assertTrue(
          after.matches(
              "(?s).*\r *\reimodel: stopped at \\d+(\\.\\d+)? ms of 10000000 ms; nothing was written\n"),
          after);
      assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(List.of(folder.resolve("two.eimodel")), files.toList());
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String... arguments) throws IOException {
    String path = System.getProperty("java.class.path");
    String modules = System.getProperty("jdk.module.path");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Deimodel.terminal=true",
                    "-cp",
                    modules == null ? path : modules + File.pathSeparator + path,
                    "org.eimodel.cli.Main"),
                Stream.of(arguments))
            .toList();
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  private static String until(InputStream stream, String words) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = stream.read(); next >= 0; next = stream.read()) {
      text.append((char) next);
      if (text.indexOf(words) >= 0) {
        return text.toString();
      }
    }
    throw new AssertionError("ended without \"" + words + "\": " + text);
  }
}

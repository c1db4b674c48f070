package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's ways to read results, on results of its first model with rates; skipped where the tool is missing.
class ReadingResultsIT {
  @TempDir Path folder;

  @BeforeEach
  void runTheModel() throws IOException {
    String model =
        block("eimodel").replace("run 300 ms", "record rate of I every 10 ms\nrun 50 ms");
    Path file = Files.writeString(folder.resolve("rhythm.eimodel"), model);
    Typed run = Typed.in(folder, "run", file.toString(), "--out", results().toString());
    assertEquals(0, run.code(), run.err());
  }

  private Path results() {
    return folder.resolve("results");
  }

  private static String block(String language) throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    Matcher matcher = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(readme);
    assertTrue(matcher.find(), "the README has a block of " + language);
    return matcher.group(1);
  }

  @Test
  void pandas() throws Exception {
    assumeTrue(works("python3", "-c", "import pandas"), "no python3 with pandas");
    Path script = Files.writeString(folder.resolve("read.py"), block("python"));
    assertTrue(
        run("python3", script.toString()).contains("I "), "the spikes of population I are counted");
  }

  @Test
  void octave() throws Exception {
    assumeTrue(works("octave-cli", "--version"), "no octave-cli");
    Path script = Files.writeString(folder.resolve("readrates.m"), block("octave"));
    assertTrue(
        run("octave-cli", "--no-gui", script.toString()).startsWith("I "),
        "the rate of I is printed");
  }

  private boolean works(String... command) throws InterruptedException {
    try {
      return start(command).waitFor() == 0;
    } catch (IOException noSuchTool) {
      return false;
    }
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process = start(command);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private Process start(String... command) throws IOException {
    return new ProcessBuilder(List.of(command))
        .directory(results().toFile())
        .redirectErrorStream(true)
        .start();
  }
}

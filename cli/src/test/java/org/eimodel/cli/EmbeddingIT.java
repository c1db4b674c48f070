package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's program, compiled and run against the packaged jars as a user would: with no flags.
class EmbeddingIT {
  private static final Path README = Path.of("../README.md");
  private static final Path JARS = Path.of("target/app");

  @TempDir Path folder;

  @BeforeEach
  void writeTheExample() throws IOException {
    String readme = Files.readString(README);
    String embedding = readme.substring(readme.indexOf("## Embedding"));
    Files.writeString(folder.resolve("motor.eimodel"), block("eimodel", embedding));
    Files.writeString(folder.resolve("Arm.java"), block("java", embedding));
  }

  private static String block(String language, String text) {
    Matcher matcher = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(text);
    assertTrue(matcher.find(), "the README has a block of " + language);
    return matcher.group(1);
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    String classPath = String.join(File.pathSeparator, jars());
    run("javac", "-cp", classPath, "Arm.java");
    check(run("java", "-cp", classPath + File.pathSeparator + ".", "Arm"));
  }

  @Test
  void runsOnTheModulePath() throws Exception {
    String modulePath = String.join(File.pathSeparator, jars());
    Files.writeString(
        folder.resolve("module-info.java"),
        "module arm { requires org.eimodel.runtime; exports arm; }\n");
    Files.createDirectory(folder.resolve("arm"));
    Files.writeString(
        folder.resolve("arm/Arm.java"),
        "package arm;\n\n" + Files.readString(folder.resolve("Arm.java")));
    run("javac", "-p", modulePath, "-d", "classes", "module-info.java", "arm/Arm.java");
    check(
        run(
            "java",
            "-p",
            modulePath + File.pathSeparator + "classes",
            "-m",
            "arm/arm.Arm"));
  }

  /// The network must have been driven to the set point, and nothing else may have been printed.
  private static void check(String output) {
    assertTrue(
        output.matches("angle 0\\.\\d\\d after 500 ms, \\d+ spikes, v\\[0\\] -\\d\\d\\.\\d mV\\R"),
        output);
  }

  /// {@return what an application that depends on the runtime gets: neither the command's own jars nor the module of lanes}
  private static List<String> jars() throws IOException {
    List<String> others = List.of("picocli", "progressbar", "jackson", "jline", "models", "vector");
    try (Stream<Path> files = Files.list(JARS)) {
      return files
          .filter(file ->
              others.stream().noneMatch(other -> file.getFileName().toString().contains(other)))
          .map(file -> file.toAbsolutePath().normalize().toString())
          .sorted()
          .toList();
    }
  }

  private String run(String tool, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}

package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"run", "check", "explain", "bench", "models", "help"})
  void everyCommandExplainsItself(String command) throws Exception {
    Typed help = Typed.in(folder, command, "--help");
    assertEquals(0, help.code());
    assertEquals("", help.err());
    Goldens.check("help-" + command, help.out());
    assertEquals(help.out(), Typed.in(folder, "help", command).out());
    assertEquals(help.out(), Typed.in(folder, command, "-h").out());
  }

  @Test
  void theCommandExplainsItself() throws Exception {
    Goldens.check("help", Typed.in(folder, "--help").out());
    assertEquals(Typed.in(folder, "--help"), Typed.in(folder, "help"));
  }

  @Test
  void helpFitsAnOldTerminalAndHasNoColours() {
    for (String command : List.of("", "run", "check", "explain", "bench", "models", "help")) {
      String text =
          Typed.in(folder, command.isEmpty() ? new String[] {"-h"} : new String[] {command, "-h"})
              .out();
      assertAll(
          () -> assertTrue(text.lines().allMatch(line -> line.length() <= 80), text),
          () -> assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), text));
    }
  }

  @Test
  void withoutACommandThereIsHelpAndAMistake() {
    Typed nothing = Typed.in(folder);
    assertEquals(2, nothing.code());
    assertEquals("", nothing.out());
    assertTrue(nothing.err().contains(Typed.in(folder, "--help").out().strip()), nothing.err());
  }

  @Test
  void theVersionNamesJava() {
    Typed version = Typed.in(folder, "--version");
    assertEquals(0, version.code());
    assertTrue(version.out().matches("eimodel .+ \\(Java .+\\)\n"), version.out());
  }

  @Test
  void theLibraryIsListed() throws Exception {
    Typed models = Typed.in(folder, "models");
    assertEquals(0, models.code());
    assertTrue(models.out().lines().allMatch(line -> line.length() <= 80), models.out());
    List.of("macaque29", "microcircuit", "coba", "cuba", "cobahh", "hh", "izhikevich", "adex")
        .forEach(name ->
            assertTrue(models.out().lines().anyMatch(line -> line.startsWith(name + " ")), name));
  }
}

package org.eimodel.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eimodel.cli.console.ResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens when eimodel itself fails.
class BugTest {
  @TempDir private Path folder;

  @Test
  void aBugLeavesAReport() throws IOException {
    TinyModels.write(folder, "two.eimodel", TinyModels.TWO_AREAS);
    Typed typed =
        Typed.in(
            folder,
            (invocation, console) -> {
              throw new IllegalStateException("an operand was lost");
            },
            "run",
            "two.eimodel",
            "--seed",
            "7");
    assertEquals(70, typed.code());
    assertEquals("", typed.out());
    assertTrue(
        typed.err().startsWith("eimodel: this is a bug of eimodel, not of your model: "),
        typed.err());
    Path report = only(folder, "eimodel-bug-");
    assertTrue(typed.err().contains("send us the file " + report), typed.err());
    String text = Files.readString(report);
    assertAll(
        () -> assertTrue(text.contains("arguments: [run, two.eimodel, --seed, 7]"), text),
        () -> assertTrue(text.contains("IllegalStateException: an operand was lost\n\tat "), text),
        () -> assertTrue(text.contains("Java " + System.getProperty("java.version")), text),
        () -> assertTrue(text.contains("population Pacer = 2 of LIF"), text));
  }

  @Test
  void aReportIsPossibleWithoutAModel() throws IOException {
    Typed typed =
        Typed.in(
            folder,
            (invocation, console) -> {
              throw new AssertionError("deep inside");
            },
            "run",
            "nosuch.eimodel");
    assertEquals(70, typed.code());
    assertTrue(
        Files.readString(only(folder, "eimodel-bug-")).contains("AssertionError: deep inside"));
  }

  @Test
  void aDeepRecursionIsABugAndNotAMachineTooSmall() {
    assertEquals(70, Typed.in(folder, (invocation, console) -> deeper(0), "models").code());
  }

  @Test
  void whatTheMachineLacksIsNoBug() throws IOException {
    Typed heap =
        Typed.in(
            folder,
            (invocation, console) -> {
              throw new OutOfMemoryError("Java heap space");
            },
            "models");
    Typed disk =
        Typed.in(
            folder,
            (invocation, console) -> {
              throw new ResourceException("the disk is full");
            },
            "models");
    assertEquals(3, heap.code());
    assertTrue(heap.err().contains("ask for more with --heap"), heap.err());
    assertEquals(new Typed(3, "", "eimodel: the disk is full\n"), disk);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  private static Path only(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
      assertEquals(1, found.size(), found.toString());
      return found.getFirst();
    }
  }
}

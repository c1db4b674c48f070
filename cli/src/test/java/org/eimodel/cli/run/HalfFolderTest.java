package org.eimodel.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eimodel.cli.console.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a folder that holds half of the results.
class HalfFolderTest {
  @TempDir private Path folder;

  @Test
  void aFolderOfOursGoes() throws Exception {
    Path half = half();
    try (Interruption interruption = watch()) {
      interruption.owns(half, List.of(half));
      interruption.discard();
    }
    assertFalse(Files.exists(half));
  }

  @Test
  void foldersMadeForItGoUnlessTheyHoldMore() throws Exception {
    Path half = half();
    Path outer = Files.createDirectories(folder.resolve("a/b"));
    Path inner = Files.move(half, outer.resolve("half"));
    Files.writeString(folder.resolve("a/other"), "another run");
    try (Interruption interruption = watch()) {
      interruption.owns(inner, List.of(inner, outer, folder.resolve("a")));
      interruption.discard();
    }
    assertEquals(List.of(folder.resolve("a/other")), files(folder.resolve("a")));
  }

  @Test
  void aFolderOfTheUsersStaysEmpty() throws Exception {
    Path half = half();
    try (Interruption interruption = watch()) {
      interruption.owns(half, List.of());
      interruption.discard();
    }
    assertEquals(List.of(), files(half));
  }

  @Test
  void filesThatStillAppearGoToo() throws Exception {
    Path half = half();
    Thread writer = Thread.ofPlatform().start(() -> keepWriting(half));
    try (Interruption interruption = watch()) {
      interruption.owns(half, List.of(half));
      interruption.discard();
    }
    writer.join();
    assertFalse(Files.exists(half));
  }

  @Test
  void completeResultsStay() throws Exception {
    Path half = half();
    try (Interruption interruption = watch()) {
      interruption.owns(half, List.of(half));
      interruption.complete();
      interruption.discard();
    }
    assertTrue(Files.exists(half.resolve("spikes.csv")));
  }

  private Path half() throws IOException {
    Path half = Files.createDirectory(folder.resolve("half"));
    Files.writeString(half.resolve("spikes.csv"), "population\n");
    Files.writeString(half.resolve(".rates.csv.1.part"), "start");
    return half;
  }

  private static void keepWriting(Path folder) {
    try {
      for (int i = 0; i < 1000; i++) {
        Files.writeString(folder.resolve("file" + i), "more");
      }
    } catch (IOException theFolderIsGone) {
      // as it should be
    }
  }

  private static Interruption watch() {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Console console = Console.of(sink, sink, Path.of(""));
    return Interruption.watch(console, new StatusLine(console.err(), false));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
